// Picks files that go along.
import { ActionIcon, Tooltip } from '@mantine/core';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import type { RefObject } from 'react';
import { useText } from '../../text/use-text.ts';

export function AttachButton(props: {
  picker: RefObject<HTMLInputElement | null>;
  /** Media types that can be picked; undefined: any. */
  types: readonly string[] | undefined;
  onPick: (files: readonly File[]) => void;
}) {
  const { picker, types, onPick } = props;
  const text = useText();
  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={types?.join(',')}
        data-testid="attach"
        onChange={(event) => {
          onPick([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = ''; // the same file can be picked again
        }}
      />
      <Tooltip label={text('attach.add')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={text('attach.add')}
          onClick={() => picker.current?.click()}
        >
          <IconPaperclip size={17} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
