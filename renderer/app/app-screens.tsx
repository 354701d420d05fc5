// Chooses the screen: welcome, unlock, the wait for a new database or the inbox; and what lies over it.
import { lazy, Suspense, useDeferredValue, useEffect, useState } from 'react';
import { bindKeys } from './actions/hotkeys.ts';
import { InboxScreen } from './screens/inbox/inbox-screen.tsx';
import { Overlays } from './overlays.tsx';
import { useCell, useCellPart } from './state/cell.ts';
import { useDesk } from './state/desk.ts';
import { useFocusBack } from './use-focus-back.ts';
import { useMainEvents } from './use-main-events.ts';

const TakingOverScreen = lazy(async () => ({
  default: (await import('./screens/privacy/taking-over-screen.tsx')).TakingOverScreen,
}));
const WelcomeScreen = lazy(async () => ({
  default: (await import('./screens/welcome/welcome-screen.tsx')).WelcomeScreen,
}));
const UnlockScreen = lazy(async () => ({ default: (await import('./screens/unlock/unlock-screen.tsx')).UnlockScreen }));

export function AppScreens() {
  const desk = useDesk();
  const hasAccounts = useCellPart(desk.app, (app) => app.mode === 'demo' || app.accounts.length > 0);
  const secrets = useCellPart(desk.app, (app) => app.secrets);
  const isTakingOver = useCellPart(desk.carrying, (carrying) => carrying?.step === 'taking-over');
  const [isUnlockPutOff, setUnlockPutOff] = useState(false);
  const overlay = useCell(desk.overlay);
  useMainEvents(desk);
  useFocusBack(desk);
  useEffect(() => bindKeys(desk), [desk]);

  const mustUnlock = hasAccounts && !isUnlockPutOff && (secrets.isLocked || secrets.missing.length > 0);
  const wanted = mustUnlock ? 'unlock' : isTakingOver ? 'taking-over' : hasAccounts ? 'inbox' : 'welcome';
  // Drawn in slices: the inbox is much to draw at once, and the first mails are on their way.
  const screen = useDeferredValue(wanted);
  return (
    <>
      <Suspense fallback={null}>
        {screen === 'unlock' ? (
          <UnlockScreen
            onPutOff={() => {
              setUnlockPutOff(true);
            }}
          />
        ) : screen === 'taking-over' ? (
          <TakingOverScreen />
        ) : screen === 'inbox' ? (
          <InboxScreen />
        ) : (
          <WelcomeScreen />
        )}
      </Suspense>
      <Suspense fallback={null}>
        <Overlays overlay={overlay} />
      </Suspense>
    </>
  );
}
