// Short notices at the window's edge: what was done and how to take it back, or what went wrong and what to do.
import { notifications } from '@mantine/notifications';
import { errorData, type ErrorData } from '../../../shared/errors.ts';
import type { Desk } from '../state/desk.ts';
import type { TextId } from '../text/texts.ts';
import { ErrorNotice, PlainNotice, UndoNotice } from './notice-text.tsx';

/** Long enough to read and to decide, as mail programs have taught people. */
const undoShownMs = 8_000;
const errorShownMs = 12_000;

/** The notice that offers to take back the last step; each has an id of its own, since one of the same id would take over the other's time. */
let undoNotice: string | null = null;

function hideUndoNotice(): void {
  if (undoNotice !== null) notifications.hide(undoNotice);
  undoNotice = null;
}

/** Shows what a failed call means. */
export function noticeError(thrown: unknown): void {
  const error: ErrorData = errorData(thrown);
  if (error.code === 'cancelled') return; // the person asked for it
  notifications.show({
    color: 'red',
    autoClose: errorShownMs,
    message: <ErrorNotice error={error} />,
    role: 'alert',
  });
}

/** Says why nothing was done, where nothing failed either. */
export function noticeWords(text: TextId): void {
  notifications.show({ message: <PlainNotice text={text} /> });
}

/** Waits for `work`; a failure is shown. Answers whether it went well. */
export async function attempt(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (thrown) {
    noticeError(thrown);
    return false;
  }
}

/** Says what was done to `count` conversations and offers to take it back, by the notice or by the undo key. */
export function noticeUndo(desk: Desk, text: TextId, count: number, undo: () => Promise<void>): void {
  const step = {
    undo: async () => {
      if (desk.lastStep.get() === step) desk.lastStep.set(null);
      hideUndoNotice();
      await undo();
    },
  };
  desk.lastStep.set(step);
  hideUndoNotice();
  undoNotice = notifications.show({
    autoClose: undoShownMs,
    withCloseButton: true,
    message: (
      <UndoNotice
        text={text}
        count={count}
        onUndo={() => {
          void attempt(step.undo());
        }}
      />
    ),
  });
}
