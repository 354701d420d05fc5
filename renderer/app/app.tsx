// The app as a whole: language, look and state around whichever screen is due.
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { AppScreens } from './app-screens.tsx';
import { ErrorBoundary } from './screens/fatal/error-boundary.tsx';
import { useCell, useCellPart } from './state/cell.ts';
import { DeskProvider, type Desk } from './state/desk.ts';
import { noticeError } from './actions/notices.tsx';
import { languageOf, loadTexts } from './text/texts.ts';
import { TextProvider } from './text/text-provider.tsx';
import { cssVariables, theme } from './theme/theme.ts';

export function App(props: { desk: Desk; nonce: string }) {
  const { desk, nonce } = props;
  const shown = useCell(desk.texts);
  const chosenTheme = useCellPart(desk.app, (app) => app.settings.theme);
  const language = useCellPart(desk.app, (app) => languageOf(app.settings.language, app.systemLanguage));

  useEffect(() => {
    document.documentElement.lang = language;
    if (desk.texts.get()?.language === language) return;
    loadTexts(language)
      .then((texts) => {
        desk.texts.set({ language, texts });
      })
      .catch(noticeError);
  }, [desk, language]);

  if (!shown) return null;
  const log = (message: string): void => {
    void desk.main.log({ level: 'error', message: message.slice(0, 4000) });
  };
  return (
    <TextProvider language={shown.language} texts={shown.texts} onBrokenText={log}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        getStyleNonce={() => nonce}
        defaultColorScheme="auto"
        {...(chosenTheme === 'system' ? {} : { forceColorScheme: chosenTheme })}
      >
        <DeskProvider value={desk}>
          <ErrorBoundary onError={log}>
            <AppScreens />
          </ErrorBoundary>
          <Notifications position="bottom-left" containerWidth={344} limit={4} style={{ insetInlineStart: 244 }} />
        </DeskProvider>
      </MantineProvider>
    </TextProvider>
  );
}
