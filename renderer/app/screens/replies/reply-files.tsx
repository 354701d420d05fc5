// The files of a canned reply: they go along whenever it is used.
import { Button, FileButton, Text } from '@mantine/core';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import type { FileLimits } from '../../../../shared/model/file-limits.ts';
import type { OutgoingFile } from '../../../../shared/model/message.ts';
import { sizeText } from '../../text/size.ts';
import { useText } from '../../text/use-text.ts';
import { AttachmentStrip } from '../composer/attachment-strip.tsx';
import { useFileList } from '../composer/use-file-list.ts';
import classes from './replies.module.css';

/** As much as a mail takes, which is more than any marketplace does. */
const limits: FileLimits = { maxBytes: 25_000_000, maxCount: 20 };

export function ReplyFiles(props: {
  files: readonly OutgoingFile[];
  onChange: (files: readonly OutgoingFile[]) => void;
}) {
  const text = useText();
  const list = useFileList(props.files, limits, props.onChange);
  return (
    <div className={classes['files']} role="group" aria-labelledby="reply-files">
      <Text size="xs" fw={500} id="reply-files">
        {text('replies.files')}
      </Text>
      <Text size="xs" c="dimmed" mt={2} mb={6}>
        {text('replies.files.hint', { limit: sizeText(limits.maxBytes, text.locale) })}
      </Text>
      <AttachmentStrip attachments={list} limits={limits} />
      <FileButton multiple onChange={list.add}>
        {(button) => (
          <Button size="compact-xs" variant="default" leftSection={<IconPaperclip size={14} />} {...button}>
            {text('replies.files.add')}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
