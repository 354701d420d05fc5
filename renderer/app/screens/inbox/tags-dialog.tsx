// The tags of one or several conversations.
import { Button, Group, Kbd, Modal, TagsInput, Text } from '@mantine/core';
import { useState } from 'react';
import type { ConversationId } from '../../../../shared/model/ids.ts';
import { setTags } from '../../actions/conversation-steps.ts';
import { shownKeys } from '../../actions/hotkeys.ts';
import { useKnownTags } from '../../reads/use-known-tags.ts';
import { useSharedTags } from '../../reads/use-shared-tags.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

const mostTags = 30;
const longestTag = 60;
/** So few that nothing has to scroll; typing narrows them. */
const shownSuggestions = 6;

/** Each once, without spaces around it. */
function plainTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim().slice(0, longestTag)).filter((tag) => tag !== ''))];
}

export function TagsDialog(props: { conversationIds: readonly ConversationId[]; onClose: () => void }) {
  const { conversationIds, onClose } = props;
  const desk = useDesk();
  const text = useText();
  const present = useSharedTags(conversationIds);
  const known = useKnownTags() ?? [];
  const [changed, setChanged] = useState<string[] | null>(null);
  const [typed, setTyped] = useState('');
  const tags = changed ?? present ?? [];
  const save = (): void => {
    if (present === undefined) return;
    onClose();
    void setTags(desk, conversationIds, plainTags([...tags, typed]).slice(0, mostTags));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={420}
      title={text('tags.title', { count: conversationIds.length })}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      >
        <TagsInput
          data-autofocus
          label={text('tags.label')}
          placeholder={tags.length === 0 ? text('tags.placeholder') : ''}
          data={[...known]}
          value={tags}
          searchValue={typed}
          onSearchChange={setTyped}
          maxTags={mostTags}
          limit={shownSuggestions}
          maxDropdownHeight={280}
          onChange={(next) => {
            setChanged(plainTags(next));
          }}
        />
        {conversationIds.length > 1 && (
          <Text size="xs" c="dimmed" mt={8}>
            {text('tags.many')}
          </Text>
        )}
        <Group justify="flex-end" mt={16}>
          <Button variant="default" onClick={onClose}>
            {text('dialog.cancel')}
          </Button>
          <Button type="submit" disabled={present === undefined} aria-keyshortcuts="Control+Enter">
            {text('tags.save')}
            <Kbd size="xs" ml={8} aria-hidden>
              {shownKeys('Mod+Enter').join(' ')}
            </Kbd>
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
