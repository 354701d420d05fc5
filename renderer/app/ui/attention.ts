// Whether somebody is at the window.
/** Somebody who reads moves the mouse or scrolls now and then. */
const attentiveForMs = 30_000;

let lastInputAt = -Infinity;
for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const) {
  window.addEventListener(
    kind,
    () => {
      lastInputAt = performance.now();
    },
    { capture: true, passive: true },
  );
}

/** The window has the focus, or was used a moment ago (some window systems give a shown window no focus). */
export function isAttended(): boolean {
  if (document.visibilityState !== 'visible') return false;
  return document.hasFocus() || performance.now() - lastInputAt < attentiveForMs;
}
