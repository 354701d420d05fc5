// The attachments of a message: what they are, pictures in small, open and save.
import { ActionIcon, Group, Loader, Text, Tooltip, UnstyledButton } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconFile from '@tabler/icons-react/dist/esm/icons/IconFile.mjs';
import IconFileTypePdf from '@tabler/icons-react/dist/esm/icons/IconFileTypePdf.mjs';
import IconFileZip from '@tabler/icons-react/dist/esm/icons/IconFileZip.mjs';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import { useState } from 'react';
import type { MessageRow } from '../../../database/rows.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Attachment } from '../../../../shared/model/message.ts';
import { attempt, noticeError } from '../../actions/notices.tsx';
import { useDesk, type Desk } from '../../state/desk.ts';
import { sizeText } from '../../text/size.ts';
import { useText } from '../../text/use-text.ts';
import classes from './conversation.module.css';
import { confirmProgram } from './confirm-program.tsx';

/** A large attachment over a slow line. */
const fetchTimeoutMs = 300_000;

export function AttachmentList({ message }: { message: MessageRow }) {
  const text = useText();
  const shown = message.attachments.filter(({ isInline }) => !isInline);
  if (shown.length === 0) return null;
  return (
    <Group gap={8} mt={8} role="list" aria-label={text('attachments.label')}>
      {shown.map((attachment) => (
        <AttachmentChip key={attachment.ref} message={message} attachment={attachment} />
      ))}
    </Group>
  );
}

function AttachmentChip({ message, attachment }: { message: MessageRow; attachment: Attachment }) {
  const text = useText();
  const desk = useDesk();
  const [isBusy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    await attempt(work());
    setBusy(false);
  };
  const Icon = iconOf(attachment.mimeType);
  return (
    <div className={classes['attachment']} role="listitem">
      <UnstyledButton
        className={classes['attachmentOpen']}
        aria-label={text('attachments.open', { name: attachment.name })}
        disabled={isBusy}
        onClick={() => void run(() => open(desk, message, attachment))}
      >
        {isBusy ? <Loader size={16} /> : <Icon size={18} stroke={1.6} aria-hidden />}
        <span className={classes['attachmentName']}>
          <Text size="xs" fw={550} truncate>
            {attachment.name}
          </Text>
          {/* marketplaces that give only an address tell the size with the bytes */}
          {attachment.sizeBytes > 0 && (
            <Text size="xs" c="dimmed">
              {sizeText(attachment.sizeBytes, text.locale)}
            </Text>
          )}
        </span>
      </UnstyledButton>
      <Tooltip label={text('attachments.save')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          disabled={isBusy}
          aria-label={text('attachments.saveNamed', { name: attachment.name })}
          onClick={() =>
            void run(async () => {
              const { fileId, mimeType } = await fetchFile(desk, message, attachment);
              await desk.main.saveFile({ fileId, name: attachment.name, mimeType }, { timeoutMs: Infinity });
            })
          }
        >
          <IconDownload size={15} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function fetchFile(desk: Desk, message: MessageRow, attachment: Attachment) {
  return desk.store.fetchAttachment({ messageId: message.id, ref: attachment.ref }, { timeoutMs: fetchTimeoutMs });
}

async function open(desk: Desk, message: MessageRow, attachment: Attachment): Promise<void> {
  const { fileId, mimeType } = await fetchFile(desk, message, attachment);
  const file = { fileId, name: attachment.name, mimeType };
  try {
    await desk.main.openFile({ ...file, isConfirmed: false });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'refused') throw thrown;
    confirmProgram(attachment.name, () => {
      desk.main.openFile({ ...file, isConfirmed: true }).catch(noticeError);
    });
  }
}

function iconOf(mimeType: string) {
  if (mimeType.startsWith('image/')) return IconPhoto;
  if (mimeType === 'application/pdf') return IconFileTypePdf;
  if (/zip|compressed|tar/.test(mimeType)) return IconFileZip;
  return IconFile;
}
