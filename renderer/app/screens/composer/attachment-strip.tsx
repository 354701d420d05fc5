// Files that go out: names, sizes, open, take out, and why others cannot go along.
import { ActionIcon, Group, Loader, Text, UnstyledButton } from '@mantine/core';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { AppError } from '../../../../shared/errors.ts';
import type { FileLimits } from '../../../../shared/model/file-limits.ts';
import type { OutgoingFile } from '../../../../shared/model/message.ts';
import { noticeError } from '../../actions/notices.tsx';
import { useDesk, type Desk } from '../../state/desk.ts';
import { useText, type Text as AppText } from '../../text/use-text.ts';
import { sizeText } from '../../text/size.ts';
import { confirmProgram } from '../conversation/confirm-program.tsx';
import classes from './composer.module.css';
import type { FileListHandle, RefusedFile } from './use-file-list.ts';

export function AttachmentStrip({
  attachments,
  limits,
}: {
  attachments: FileListHandle;
  limits: FileLimits | undefined;
}) {
  const text = useText();
  const desk = useDesk();
  const { files, pendingCount, refused } = attachments;
  if (files.length === 0 && pendingCount === 0 && refused.length === 0) return null;
  return (
    <div className={classes['strip']}>
      {(files.length > 0 || pendingCount > 0) && (
        <Group gap={6} role="list" aria-label={text('attachments.label')}>
          {files.map((file) => (
            <div key={`${file.fileId}/${file.name}`} className={classes['chip']} role="listitem">
              <UnstyledButton
                className={classes['chipName'] ?? ''}
                aria-label={text('attachments.open', { name: file.name })}
                onClick={() => {
                  open(desk, file).catch(noticeError);
                }}
              >
                <IconPaperclip size={14} aria-hidden />
                <Text size="xs" fw={550} truncate>
                  {file.name}
                </Text>
                <Text size="xs" c="dimmed" className={classes['chipSize'] ?? ''}>
                  {sizeText(file.sizeBytes, text.locale)}
                </Text>
              </UnstyledButton>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={20}
                aria-label={text('attach.remove', { name: file.name })}
                onClick={() => {
                  attachments.remove(file);
                }}
              >
                <IconX size={13} />
              </ActionIcon>
            </div>
          ))}
          {pendingCount > 0 && <Loader size={16} aria-label={text('attach.pending')} />}
        </Group>
      )}
      {refused.length > 0 && (
        <div role="alert" className={classes['stripProblem']}>
          {refused.map((each) => (
            <Text key={each.name} size="xs">
              {refusalText(text, limits, each)}
            </Text>
          ))}
        </div>
      )}
    </div>
  );
}

/** Why a file cannot go along, and what would. */
function refusalText(text: AppText, limits: FileLimits | undefined, { name, refusal }: RefusedFile): string {
  const { maxBytes = 0, maxFileBytes = maxBytes, maxCount = 0, types = [] } = limits ?? {};
  switch (refusal) {
    case 'channel':
      return text('attach.noChannel', { name });
    case 'type': {
      const kinds = types.map((type) => type.replace(/^.*\//, '').toUpperCase());
      return text('attach.wrongType', {
        name,
        kinds: new Intl.ListFormat(text.locale, { type: 'unit' }).format(kinds),
      });
    }
    case 'file-size':
      return text('attach.tooLargeAlone', { name, limit: sizeText(maxFileBytes, text.locale) });
    case 'count':
      return text('attach.tooMany', { name, count: maxCount });
    case 'sum':
      return text('attach.tooLarge', { name, limit: sizeText(maxBytes, text.locale) });
  }
}

async function open(desk: Desk, { fileId, name, mimeType }: OutgoingFile): Promise<void> {
  const file = { fileId, name, mimeType };
  try {
    await desk.main.openFile({ ...file, isConfirmed: false });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'refused') throw thrown;
    confirmProgram(name, () => {
      desk.main.openFile({ ...file, isConfirmed: true }).catch(noticeError);
    });
  }
}
