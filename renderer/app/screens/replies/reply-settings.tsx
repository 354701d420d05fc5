// What belongs to a reply in all its languages: folder, words, channels, kind, and what is done when it is sent.
import { Autocomplete, MultiSelect, NumberInput, SegmentedControl, Select, TagsInput, Text } from '@mantine/core';
import { useKnownTags } from '../../reads/use-known-tags.ts';
import { useManifests } from '../../reads/use-manifests.ts';
import type { ReplyActions } from '../../../../shared/model/canned-reply.ts';
import { useText } from '../../text/use-text.ts';
import { useChannelNames } from '../inbox/channel-names.ts';
import { useFolderName } from './folder-list.tsx';
import type { GroupDraft } from './group-draft.ts';
import classes from './replies.module.css';
import { ReplyFiles } from './reply-files.tsx';
import { appFolders } from './reply-groups.ts';

const longestTag = 60;
const tidyTags = (tags: readonly string[]): string[] =>
  tags.map((tag) => tag.trim().slice(0, longestTag)).filter(Boolean);

export function ReplySettings(props: {
  draft: GroupDraft;
  folders: readonly string[];
  onChange: (change: Partial<GroupDraft>) => void;
}) {
  const { draft, folders, onChange } = props;
  const text = useText();
  const nameOf = useFolderName();
  const knownTags = useKnownTags() ?? [];
  const manifests = useManifests();
  const channelName = useChannelNames();
  const channels = [...new Set([...(manifests?.keys() ?? []), 'marketplace', 'review', 'chat', ...draft.channels])];
  const byName = new Map([...appFolders, ...folders].map((folder) => [nameOf(folder), folder]));
  const setActions = (change: Partial<Record<keyof ReplyActions, unknown>>): void => {
    const merged = { ...draft.actions, ...change };
    const given = Object.entries(merged).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    );
    onChange({ actions: Object.fromEntries(given) });
  };
  const days = (value: string | number): number | undefined =>
    typeof value === 'number' && value >= 1 ? value : undefined;
  return (
    <div className={classes['settings']}>
      <Autocomplete
        size="xs"
        label={text('replies.folder')}
        description={text('replies.folder.hint')}
        maxLength={60}
        data={[...byName.keys()]}
        value={draft.folder === null ? '' : nameOf(draft.folder)}
        onChange={(name) => {
          onChange({ folder: name.trim() === '' ? null : (byName.get(name) ?? name) });
        }}
      />
      <MultiSelect
        size="xs"
        label={text('replies.channels')}
        placeholder={draft.channels.length === 0 ? text('replies.channels.all') : ''}
        data={channels.map((channel) => ({ value: channel, label: channelName(channel).label }))}
        value={draft.channels}
        onChange={(next) => {
          onChange({ channels: next });
        }}
      />
      <TagsInput
        size="xs"
        label={text('replies.words')}
        description={text('replies.words.hint')}
        maxTags={40}
        value={draft.words}
        onChange={(next) => {
          onChange({ words: tidyTags(next) });
        }}
      />
      <TagsInput
        size="xs"
        label={text('replies.tags')}
        description={text('replies.tags.hint')}
        value={draft.tags}
        onChange={(next) => {
          onChange({ tags: tidyTags(next) });
        }}
      />
      <div>
        <Text size="xs" fw={500} mb={4} id="reply-purpose">
          {text('replies.purpose')}
        </Text>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-labelledby="reply-purpose"
          value={draft.purpose}
          onChange={(value) => {
            onChange({ purpose: value });
          }}
          data={[
            { value: 'service', label: text('replies.purpose.service') },
            { value: 'marketing', label: text('replies.purpose.marketing') },
          ]}
        />
        <Text size="xs" c="dimmed" mt={4}>
          {text(draft.purpose === 'marketing' ? 'replies.purpose.marketing.hint' : 'replies.purpose.service.hint')}
        </Text>
      </div>
      <div>
        <Text size="xs" fw={500} mb={4}>
          {text('replies.actions')}
        </Text>
        <TagsInput
          size="xs"
          aria-label={text('replies.actions.tags')}
          placeholder={draft.actions.addTags?.length ? '' : text('replies.actions.tags')}
          data={[...knownTags]}
          maxTags={10}
          value={draft.actions.addTags ?? []}
          onChange={(next) => {
            setActions({ addTags: tidyTags(next) });
          }}
        />
        <Select
          size="xs"
          mt={6}
          allowDeselect={false}
          aria-label={text('replies.actions.then')}
          value={draft.actions.then ?? 'wait'}
          data={[
            { value: 'wait', label: text('replies.actions.wait') },
            { value: 'open', label: text('replies.actions.open') },
            { value: 'close', label: text('replies.actions.close') },
            { value: 'snooze', label: text('replies.actions.snooze') },
          ]}
          onChange={(value) => {
            setActions({
              then: value === 'wait' ? undefined : value,
              snoozeDays: value === 'snooze' ? (draft.actions.snoozeDays ?? 3) : undefined,
            });
          }}
        />
        {draft.actions.then === 'snooze' && (
          <NumberInput
            size="xs"
            mt={6}
            min={1}
            max={365}
            allowDecimal={false}
            label={text('replies.actions.snoozeDays')}
            value={draft.actions.snoozeDays ?? 3}
            onChange={(value) => {
              setActions({ snoozeDays: days(value) ?? 1 });
            }}
          />
        )}
        <NumberInput
          size="xs"
          mt={6}
          min={1}
          max={365}
          allowDecimal={false}
          label={text('replies.actions.followUp')}
          placeholder={text('replies.actions.followUp.none')}
          value={draft.actions.followUpDays ?? ''}
          onChange={(value) => {
            setActions({ followUpDays: days(value) });
          }}
        />
      </div>
      <ReplyFiles
        files={draft.attachments}
        onChange={(attachments) => {
          onChange({ attachments });
        }}
      />
    </div>
  );
}
