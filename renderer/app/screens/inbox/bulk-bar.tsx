// What can be done with all that is marked.
import { ActionIcon, Button, Text, Tooltip } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconFileExport from '@tabler/icons-react/dist/esm/icons/IconFileExport.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { attempt } from '../../actions/notices.tsx';
import { isOffered, runActionById } from '../../actions/registry.ts';
import { readIds } from '../../reads/read-ids.ts';
import { useDesk } from '../../state/desk.ts';
import { clearMarks } from '../../state/selection.ts';
import type { View } from '../../state/view.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import classes from './list-pane.module.css';

/** As many as one store command takes. */
const mostMarked = 10_000;

const steps: readonly { id: string; title: TextId; Icon: typeof IconCheck }[] = [
  { id: 'close', title: 'action.close', Icon: IconCheck },
  { id: 'snooze', title: 'action.snooze', Icon: IconClock },
  { id: 'tag', title: 'action.tag', Icon: IconTag },
  { id: 'unread', title: 'action.unread', Icon: IconMail },
  { id: 'export-selection', title: 'action.exportSelection', Icon: IconFileExport },
];

export function BulkBar(props: { count: number; view: View }) {
  const { count, view } = props;
  const desk = useDesk();
  const text = useText();
  const markAll = async (): Promise<void> => {
    const ids = await readIds(view, mostMarked);
    desk.selection.update((selection) => ({ ...selection, markedIds: new Set(ids) }));
  };
  return (
    <div className={classes['bulk']} role="toolbar" aria-label={text('bulk.label')}>
      <Text size="sm" fw={600} mr="auto" role="status">
        {text('bulk.count', { count })}
      </Text>
      {view.query === null && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            void attempt(markAll());
          }}
        >
          {text('bulk.all')}
        </Button>
      )}
      {steps
        .filter(({ id }) => isOffered(desk, id))
        .map(({ id, title, Icon }) => (
          <Tooltip key={id} label={text(title)} openDelay={300}>
            <ActionIcon
              variant="subtle"
              aria-label={text(title)}
              onClick={() => {
                runActionById(desk, id);
              }}
            >
              <Icon size={17} stroke={1.8} />
            </ActionIcon>
          </Tooltip>
        ))}
      <Tooltip label={text('bulk.clear')} openDelay={300}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={text('bulk.clear')}
          onClick={() => {
            desk.selection.update(clearMarks);
          }}
        >
          <IconX size={17} stroke={1.8} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
