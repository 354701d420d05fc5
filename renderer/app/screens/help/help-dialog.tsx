// The help: topics to choose or to search, each on one page, with a way to what it speaks of.
import { Button, Group, Modal, ScrollArea, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useState } from 'react';
import { foldText } from '../../../../shared/language/fold.ts';
import { actions, runAction } from '../../actions/registry.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import classes from './help.module.css';
import { helpTopics } from './help-topics.ts';

export function HelpDialog(props: { onClose: () => void }) {
  const desk = useDesk();
  const text = useText();
  const [query, setQuery] = useState('');
  const [chosenId, setChosenId] = useState(helpTopics[0]?.id ?? '');
  const words = foldText(query).split(/\s+/).filter(Boolean);
  const found = helpTopics.filter((topic) => {
    const content = foldText(`${text(topic.title)} ${text(topic.body)}`);
    return words.every((word) => content.includes(word));
  });
  const shown = found.find(({ id }) => id === chosenId) ?? found[0];
  const action = actions.find(({ id }) => id === shown?.actionId);
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={860}
      title={text('help.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <div className={classes['help']}>
        <div className={classes['topics']}>
          <TextInput
            data-autofocus
            size="xs"
            leftSection={<IconSearch size={14} stroke={1.8} aria-hidden="true" />}
            placeholder={text('help.search')}
            aria-label={text('help.search')}
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
            }}
          />
          <nav aria-label={text('help.topics')}>
            {found.map((topic) => (
              <UnstyledButton
                key={topic.id}
                className={classes['topic'] ?? ''}
                aria-current={topic === shown ? 'page' : undefined}
                onClick={() => {
                  setChosenId(topic.id);
                }}
              >
                {text(topic.title)}
              </UnstyledButton>
            ))}
          </nav>
          <Group gap={6} mt="auto" pt={12}>
            {['tour', 'shortcuts', 'whats-new'].map((id) => {
              const other = actions.find((each) => each.id === id);
              return (
                other && (
                  <Button
                    key={id}
                    size="compact-xs"
                    variant="default"
                    onClick={() => {
                      runAction(desk, other);
                    }}
                  >
                    {text(other.title)}
                  </Button>
                )
              );
            })}
          </Group>
        </div>
        <ScrollArea.Autosize mah="60vh" className={classes['page'] ?? ''} tabIndex={0} role="region" aria-live="polite">
          {shown ? (
            <article>
              <Title order={3} size={18}>
                {text(shown.title)}
              </Title>
              {text(shown.body)
                .split('\n\n')
                .map((paragraph) => (
                  <Text key={paragraph} size="sm" mt={10} lh={1.6}>
                    {paragraph}
                  </Text>
                ))}
              {action?.isAvailable(desk) && (
                <Button
                  mt={18}
                  size="xs"
                  variant="light"
                  onClick={() => {
                    runAction(desk, action);
                  }}
                >
                  {text(action.title)}
                </Button>
              )}
            </article>
          ) : (
            <Text size="sm" c="dimmed">
              {text('help.none', { query })}
            </Text>
          )}
        </ScrollArea.Autosize>
      </div>
    </Modal>
  );
}
