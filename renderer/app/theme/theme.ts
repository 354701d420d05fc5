// The look on top of the UI kit: type sizes, colours that meet contrast AA in both schemes, names for buttons without words.
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

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
});

// Text of the kit's `light` variants: its own are between 3.2 and 4:1 on their tint.
const lightVariantText: Readonly<Record<string, [light: string, dark: string]>> = {
  indigo: ['#364fc7', '#bac8ff'],
  blue: ['#1557a0', '#a5d8ff'],
  gray: ['#495057', '#ced4da'],
  red: ['#b42020', '#ffc9c9'],
  orange: ['#a33b00', '#ffd8a8'],
  yellow: ['#7a4f00', '#ffec99'],
  green: ['#1b6e2c', '#b2f2bb'],
  teal: ['#046c4e', '#96f2d7'],
  grape: ['#862e9c', '#eebefa'],
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
  for (const [name, [lightText, darkText]] of Object.entries(lightVariantText)) {
    light[`--mantine-color-${name}-light-color`] = lightText;
    onDark[`--mantine-color-${name}-light-color`] = darkText;
  }
  return { variables: {}, light, dark: onDark };
};
