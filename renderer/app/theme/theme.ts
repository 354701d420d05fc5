// The look on top of the UI kit: type sizes, colours that meet contrast AA in both schemes, names for buttons without words.
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import type { MouseEvent } from 'react';

// Cooler than the kit's greys, so that the indigo sits in the same family.
const dark: MantineColorsTuple = [
  '#dfe2e8',
  '#b8bec9',
  '#8f96a3',
  '#6c7380',
  '#434954',
  '#363b45',
  '#292d35',
  '#1f2228',
  '#191b20',
  '#131519',
];

export const theme = createTheme({
  fontFamily: '"Inter Variable", Inter, "Noto Sans", system-ui, sans-serif',
  primaryColor: 'indigo',
  // Shade 6 under white text is 4.4:1; 7 is 5.1:1.
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'md',
  fontSizes: { xs: '11.5px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  headings: { fontWeight: '650' },
  colors: { dark },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: {
      // without a blur: for it the whole window would be drawn anew whenever something moves in a dialog
      defaultProps: { radius: 'lg', padding: 'lg', overlayProps: { backgroundOpacity: 0.5 } },
      // what has the focus is not scrolled to beneath the buttons that stay in sight
      styles: {
        title: { fontSize: 16, fontWeight: 650 },
        body: { paddingTop: 4 },
        content: { scrollPaddingBottom: 72 },
      },
    },
    Alert: { defaultProps: { radius: 'md' }, styles: { wrapper: { alignItems: 'flex-start' } } },
    // “Copied” can be read, also on a machine that is slow to draw it.
    CopyButton: { defaultProps: { timeout: 3_000 } },
    // A file that was chosen before, and changed or taken out since, can be chosen again.
    FileButton: { defaultProps: { inputProps: { onClick: forgetChosen } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});

function forgetChosen(event: MouseEvent<HTMLInputElement>): void {
  event.currentTarget.value = '';
}

// The kit's `light` variants: its own text is between 3.2 and 4:1 on its tint, and its dark grounds shout.
const lightVariants: Readonly<
  Record<string, { light: [text: string, ground: string]; dark: [text: string, ground: string] }>
> = {
  indigo: { light: ['#364fc7', '#e3eafe'], dark: ['#c5d0ff', '#2c3870'] },
  blue: { light: ['#1557a0', '#e8f2fe'], dark: ['#a5d8ff', '#1d3149'] },
  gray: { light: ['#495057', '#f1f3f5'], dark: ['#ced4da', '#343a43'] },
  red: { light: ['#b42020', '#fff0f0'], dark: ['#ffc9c9', '#40252a'] },
  orange: { light: ['#a33b00', '#fff3e3'], dark: ['#ffd8a8', '#412f1e'] },
  yellow: { light: ['#7a4f00', '#fff8db'], dark: ['#ffec99', '#3a331a'] },
  green: { light: ['#1b6e2c', '#e9f9ec'], dark: ['#b2f2bb', '#1d3a26'] },
  teal: { light: ['#046c4e', '#e0f8ef'], dark: ['#96f2d7', '#133c33'] },
  grape: { light: ['#862e9c', '#f8eefb'], dark: ['#eebefa', '#3d2646'] },
};

export const cssVariables: CSSVariablesResolver = () => {
  const light: Record<string, string> = {
    '--mantine-color-dimmed': '#596069',
    '--mantine-color-placeholder': '#6b727c',
    '--mantine-color-error': '#c92a2a',
  };
  const onDark: Record<string, string> = {
    '--mantine-color-dimmed': dark[1],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-error': '#ffa8a8',
  };
  for (const [name, variant] of Object.entries(lightVariants)) {
    put(light, name, variant.light, 'black');
    put(onDark, name, variant.dark, 'white');
  }
  return { variables: {}, light, dark: onDark };
};

function put(variables: Record<string, string>, name: string, [text, ground]: [string, string], towards: string): void {
  variables[`--mantine-color-${name}-light-color`] = text;
  variables[`--mantine-color-${name}-light`] = ground;
  variables[`--mantine-color-${name}-light-hover`] = `color-mix(in srgb, ${ground}, ${towards} 5%)`;
}
