// Binds the keys of all commands; the only file that knows the hotkey library.
import { detectPlatform, formatForDisplay, getHotkeyManager, getSequenceManager } from '@tanstack/react-hotkeys';
import type { Desk } from '../state/desk.ts';
import type { Action } from './action.ts';
import { actions, runAction } from './registry.ts';

type Binding = Parameters<ReturnType<typeof getHotkeyManager>['register']>[0];
type Sequence = Parameters<ReturnType<typeof getSequenceManager>['register']>[0];

/** Between the keys of a sequence such as g, i. */
const sequenceTimeoutMs = 1200;

/**
 * Starts listening; answers with the way to stop. Letters are found by what they print and, on keyboards that print no Latin letters,
 * by where they are. Keys rest while a dialog or a menu is open; the second key of a sequence does nothing else.
 */
export function bindKeys(desk: Desk): () => void {
  const leader = new Leader();
  const bindings = actions.flatMap((action) => action.keys.map((keys) => ({ action, keys, steps: keys.split(' ') })));
  const leaders = new Set(bindings.flatMap(({ steps: [first, ...rest] }) => (first && rest.length > 0 ? [first] : [])));
  const ends = [
    ...bindings.map(({ action, keys, steps }) => bind(desk, action, keys, steps, leader)),
    ...[...leaders].map((first) => {
      const handle = getHotkeyManager().register(first as Binding, leader.press, { ...passive, ignoreInputs: true });
      return () => {
        handle.unregister();
      };
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

const passive = { preventDefault: false, stopPropagation: false };

/** Whether the first key of a sequence was pressed just now. */
class Leader {
  #pressedAt = -Infinity;

  readonly press = (): void => {
    this.#pressedAt = performance.now();
  };

  /** True once after the first key, while the second is waited for. */
  take(): boolean {
    const isWaiting = performance.now() - this.#pressedAt < sequenceTimeoutMs;
    this.#pressedAt = -Infinity;
    return isWaiting;
  }
}

function bind(desk: Desk, action: Action, keys: string, steps: readonly string[], leader: Leader): () => void {
  const isSequence = steps.length > 1;
  const press = (event: KeyboardEvent): void => {
    if (!isSequence && leader.take()) return;
    if (!isMeantForList(event, keys) || !action.isAvailable(desk)) return;
    event.preventDefault();
    runAction(desk, action);
  };
  const options = { ...passive, ignoreInputs: action.worksInFields !== true };
  const handle = isSequence
    ? getSequenceManager().register([...steps] as Sequence, press, { ...options, timeout: sequenceTimeoutMs })
    : getHotkeyManager().register(keys as Binding, press, options);
  return () => {
    handle.unregister();
  };
}

/** Dialogs and menus keep their keys; arrows and Enter belong to whatever has the focus, if anything has. */
function isMeantForList(event: KeyboardEvent, keys: string): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (
    event.defaultPrevented ||
    target?.closest('[role="dialog"], [role="menu"], [role="listbox"]:not([data-inbox-list])')
  ) {
    return false;
  }
  if (/Arrow|Enter/.test(keys)) return target === document.body || target?.closest('[data-inbox-list]') !== null;
  return true;
}

/** The key as the person's keyboard shows it, one label for each cap: `Ctrl`, `K`. */
export function shownKeys(keys: string): string[] {
  const platform = detectPlatform();
  return keys.split(' ').flatMap((step) => formatForDisplay(step, { platform, parts: true }));
}
