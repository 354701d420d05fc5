// The files of a draft in a real page: none is forgotten, even where the page is too busy to draw them as they come.
import { createElement, useEffect, useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import type { AppState } from '../../shared/contract/main-api.ts';
import { messageIdSchema } from '../../shared/model/ids.ts';
import type { Attachment, OutgoingFile } from '../../shared/model/message.ts';
import type { Bridge } from '../../renderer/app/bridge.ts';
import { useFileList, type FileListHandle } from '../../renderer/app/screens/composer/use-file-list.ts';
import { createDesk, DeskProvider } from '../../renderer/app/state/desk.ts';

/** Longer than React goes on without letting other things happen. */
function beBusy(): void {
  const start = performance.now();
  while (performance.now() < start + 20);
}

test('files that come one after the other, before and after what a page does once it has drawn, all go along', async () => {
  const ready = new Map<string, () => void>();
  const keepAttachment = ({ ref }: { ref: string }) =>
    new Promise<OutgoingFile>((resolve) => {
      ready.set(ref, () => {
        resolve({ fileId: ref, name: ref, mimeType: 'application/pdf', sizeBytes: 1 } as OutgoingFile);
      });
    });
  const desk = createDesk({ store: { keepAttachment } } as unknown as Bridge, { mode: 'shop' } as AppState);
  let list: FileListHandle | undefined;
  const Draft = (): null => {
    const [files, setFiles] = useState<readonly OutgoingFile[]>([]);
    list = useFileList(files, { maxBytes: 1000, maxCount: 5 }, setFiles);
    const { pendingCount } = list;
    useLayoutEffect(() => {
      if (pendingCount !== 2) return;
      ready.get('first.pdf')?.();
      beBusy();
    }, [pendingCount]);
    useEffect(() => {
      if (pendingCount !== 2) return;
      ready.get('second.pdf')?.();
      beBusy();
    }, [pendingCount]);
    return null;
  };
  const root = createRoot(document.createElement('div'));
  root.render(createElement(DeskProvider, { value: desk }, createElement(Draft)));
  await expect.poll(() => list, { timeout: 20_000 }).toBeDefined();
  const attachments = ['first.pdf', 'second.pdf'].map(
    (name) => ({ ref: name, name, mimeType: 'application/pdf', sizeBytes: 1 }) as Attachment,
  );
  list?.takeOver(messageIdSchema.parse('m1'), attachments);
  await expect
    .poll(() => list?.files.map(({ name }) => name), { timeout: 20_000 })
    .toEqual(['first.pdf', 'second.pdf']);
  expect(list?.now()).toHaveLength(2);
  root.unmount();
});
