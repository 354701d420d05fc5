// Bold, italic, link and lists, for channels that take formatted text.
import { ActionIcon, Group, Tooltip } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import IconBold from '@tabler/icons-react/dist/esm/icons/IconBold.mjs';
import IconItalic from '@tabler/icons-react/dist/esm/icons/IconItalic.mjs';
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import IconListNumbers from '@tabler/icons-react/dist/esm/icons/IconListNumbers.mjs';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';

interface Tool {
  id: string;
  label: TextId;
  Icon: typeof IconBold;
  run: (editor: Editor) => void;
}

const marks: readonly Tool[] = [
  { id: 'bold', label: 'composer.bold', Icon: IconBold, run: (editor) => editor.chain().focus().toggleBold().run() },
  {
    id: 'italic',
    label: 'composer.italic',
    Icon: IconItalic,
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    id: 'bulletList',
    label: 'composer.list',
    Icon: IconList,
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'orderedList',
    label: 'composer.numbers',
    Icon: IconListNumbers,
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
];
export function EditorToolbar({ editor }: { editor: Editor }) {
  const text = useText();
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      active: marks.filter(({ id }) => current.isActive(id)).map(({ id }) => id),
    }),
  });
  const button = ({ id, label, Icon, run }: Tool) => (
    <Tooltip key={id} label={text(label)} openDelay={400}>
      <ActionIcon
        variant={state.active.includes(id) ? 'light' : 'subtle'}
        color={state.active.includes(id) ? 'indigo' : 'gray'}
        size={28}
        aria-label={text(label)}
        aria-pressed={state.active.includes(id)}
        onMouseDown={(event) => {
          event.preventDefault(); // the selection stays in the editor
        }}
        onClick={() => {
          run(editor);
        }}
      >
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Group gap={2} wrap="nowrap" role="toolbar" aria-label={text('composer.toolbar')}>
      {marks.map(button)}
    </Group>
  );
}
