// One reply with its languages side by side, what it does, how it has done, and saving.
import { Button, Menu, Text } from '@mantine/core';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import type { FactRow } from '../../../database/rows.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { changeVariant, problemOf, withoutVariant, withVariant, type GroupDraft } from './group-draft.ts';
import { languages, type ReplyGroup } from './reply-groups.ts';
import classes from './replies.module.css';
import { ReplySettings } from './reply-settings.tsx';
import { ReplyUsage } from './reply-usage.tsx';
import { VariantColumn } from './variant-column.tsx';

export interface ReplyEditorProps {
  draft: GroupDraft;
  /** As it stands in the library; undefined for a new one. */
  group: ReplyGroup | undefined;
  isChanged: boolean;
  folders: readonly string[];
  facts: readonly FactRow[];
  now: number;
  onChange: (draft: GroupDraft) => void;
  onSave: (draft: GroupDraft) => void;
  onDiscard: () => void;
  onDelete: () => void;
  onRestore: () => void;
  onShow: () => void;
  onDuplicate: () => void;
}

export function ReplyEditor(props: ReplyEditorProps) {
  const { draft, group, isChanged, folders, facts, now, onChange, onSave } = props;
  const text = useText();
  const desk = useDesk();
  const voice = useCellPart(desk.app, ({ settings }) => settings.voice);
  const problem = problemOf(draft);
  const canSave = isChanged && problem === null;
  return (
    <form
      className={classes['editor']}
      aria-label={text('replies.editor')}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) onSave(draft);
      }}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          if (canSave) onSave(draft);
        }
      }}
    >
      <div className={classes['editorScroll']} tabIndex={-1}>
        {draft.draftOf !== null && (
          <Text size="xs" mb={10} c="dimmed">
            {text('replies.draft.hint')}
          </Text>
        )}
        {voice.tone.trim() !== '' && (
          <Text size="xs" mb={10} c="dimmed">
            {text('replies.tone', { tone: voice.tone.trim() })}
          </Text>
        )}
        <div className={classes['variants']}>
          {languages.map((language) => (
            <VariantColumn
              key={language}
              language={language}
              variant={draft.variants[language]}
              facts={facts}
              voice={voice}
              now={now}
              onBegin={() => {
                onChange(withVariant(draft, language));
              }}
              onChange={(change) => {
                onChange(changeVariant(draft, language, change));
              }}
              onRemove={() => {
                onChange(withoutVariant(draft, language));
              }}
              onOpenFacts={() => {
                desk.overlay.set({ kind: 'settings', tab: 'shop', section: 'facts' });
              }}
            />
          ))}
        </div>
        {group && <ReplyUsage group={group} now={now} />}
        <ReplySettings
          draft={draft}
          folders={folders}
          onChange={(change) => {
            onChange({ ...draft, ...change });
          }}
        />
      </div>
      <div className={classes['editorFoot']}>
        <Menu position="top-start" withinPortal>
          <Menu.Target>
            <Button size="xs" variant="default" leftSection={<IconDots size={15} />}>
              {text('replies.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={props.onDuplicate}>{text('replies.duplicate')}</Menu.Item>
            {group?.isChanged && <Menu.Item onClick={props.onRestore}>{text('replies.restore')}</Menu.Item>}
            {group?.isHidden ? (
              <Menu.Item onClick={props.onShow}>{text('replies.show')}</Menu.Item>
            ) : (
              <Menu.Item color="red" onClick={props.onDelete}>
                {text(group && !group.isOwn ? 'replies.hide' : 'replies.delete')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
        <Text size="xs" c="dimmed" ml="auto" role="status">
          {problem !== null && isChanged ? text(`replies.problem.${problem}`) : ''}
        </Text>
        <Button size="xs" variant="default" disabled={!isChanged} onClick={props.onDiscard}>
          {text('dialog.discard')}
        </Button>
        {draft.draftOf !== null && (
          <Button
            size="xs"
            variant="light"
            disabled={problem !== null}
            onClick={() => {
              onSave({ ...draft, draftOf: null });
            }}
          >
            {text('replies.share')}
          </Button>
        )}
        <Button size="xs" type="submit" disabled={!canSave}>
          {text('replies.save')}
        </Button>
      </div>
    </form>
  );
}
