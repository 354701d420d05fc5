// All shortcuts at a glance, drawn from the commands themselves.
import { Modal, SimpleGrid, Text } from '@mantine/core';
import { actionGroups } from '../../actions/action.ts';
import { shownKeys } from '../../actions/hotkeys.ts';
import { actions } from '../../actions/registry.ts';
import { useText } from '../../text/use-text.ts';
import { Keys } from '../../ui/keys.tsx';
import { groupTitle } from './group-title.ts';
import classes from './shortcut-sheet.module.css';

export function ShortcutSheet(props: { onClose: () => void }) {
  const text = useText();
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={760}
      title={text('shortcuts.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <SimpleGrid cols={2} spacing={36} verticalSpacing={20}>
        {actionGroups.map((group) => (
          <section key={group}>
            <Text component="h3" size="xs" fw={650} c="dimmed" m={0} mb={6}>
              {text(groupTitle[group])}
            </Text>
            <dl className={classes['list']}>
              {actions
                .filter((action) => action.group === group && action.keys.length > 0)
                .map((action) => (
                  <div key={action.id} className={classes['line']}>
                    <dt>{text(action.title)}</dt>
                    <dd>
                      {action.keys.map((keys) => (
                        <Keys key={keys} caps={shownKeys(keys)} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </SimpleGrid>
    </Modal>
  );
}
