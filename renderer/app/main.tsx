// The page's entry: connects, learns state and language, draws.
import './no-eval.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/fonts.css';
import './theme/base.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { openBridge } from './bridge.ts';
import { FatalScreen } from './screens/fatal/fatal-screen.tsx';
import { storeWorker } from './start-store.ts';
import { createDesk } from './state/desk.ts';
import { languageOf, loadTexts } from './text/texts.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
// One of the kit's parts (scroll locking under dialogs) takes its nonce from here instead of from the kit.
setNonce(nonce);

async function start(root: ReturnType<typeof createRoot>): Promise<void> {
  // Most people keep the system's language: its sentences are fetched while main answers.
  const likely = loadTexts(languageOf('system', navigator.language));
  const bridge = await openBridge(storeWorker);
  const app = await bridge.main.getState({});
  const language = languageOf(app.settings.language, app.systemLanguage);
  await likely;
  const texts = await loadTexts(language);
  const desk = createDesk(bridge, app);
  desk.texts.set({ language, texts });
  root.render(<App desk={desk} nonce={nonce} />);
}

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no root');
const root = createRoot(place);
start(root).catch((thrown: unknown) => {
  root.render(<FatalScreen message={thrown instanceof Error ? thrown.message : String(thrown)} />);
});
