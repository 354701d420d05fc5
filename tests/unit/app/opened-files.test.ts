// When the question about files that were opened somewhere else is put.
import { expect, it } from 'vitest';
import { askForOpened } from '../../../renderer/app/actions/opened-files.ts';
import type { Bridge } from '../../../renderer/app/bridge.ts';
import { createDesk } from '../../../renderer/app/state/desk.ts';
import { noOverlay } from '../../../renderer/app/state/overlay.ts';
import type { AppState } from '../../../shared/contract/main-api.ts';

const newDesk = () => createDesk({} as Bridge, {} as AppState);

it('is put at once, and anew for all of them when more come', () => {
  const desk = newDesk();
  askForOpened(desk, 1);
  expect(desk.overlay.get()).toEqual({ kind: 'opened-files', count: 1 });
  askForOpened(desk, 2);
  expect(desk.overlay.get()).toEqual({ kind: 'opened-files', count: 2 });
});

it.each(['import-mail', 'open-export'] as const)('waits for the end of what is being looked at: %s', (kind) => {
  const desk = newDesk();
  desk.overlay.set({ kind, isOpened: true });
  askForOpened(desk, 1);
  askForOpened(desk, 2);
  expect(desk.overlay.get().kind).toBe(kind);
  desk.overlay.set(noOverlay);
  expect(desk.overlay.get()).toEqual({ kind: 'opened-files', count: 2 });
  desk.overlay.set(noOverlay);
  expect(desk.overlay.get()).toEqual(noOverlay);
});
