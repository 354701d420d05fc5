// Opens the menu of canned replies at the cursor, as typing a slash does.
import { ActionIcon, Tooltip } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import IconTemplate from '@tabler/icons-react/dist/esm/icons/IconTemplate.mjs';
import { useText } from '../../text/use-text.ts';

export function SlashButton({ editor }: { editor: Editor }) {
  const text = useText();
  return (
    <Tooltip label={text('composer.replies.button')}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={text('composer.replies')}
        onClick={() => {
          const { from } = editor.state.selection;
          const before = editor.state.doc.textBetween(Math.max(0, from - 1), from, ' ');
          editor
            .chain()
            .focus()
            .insertContent(before.trim() === '' ? '/' : ' /')
            .run();
        }}
      >
        <IconTemplate size={17} />
      </ActionIcon>
    </Tooltip>
  );
}
