// The library of canned replies: folders, search, and each reply with its languages side by side.
import { Button, Modal, TextInput, Title } from '@mantine/core';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconTemplate from '@tabler/icons-react/dist/esm/icons/IconTemplate.mjs';
import { useEffect, useMemo, useState } from 'react';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { useCannedReplies } from '../../reads/use-canned-replies.ts';
import { useFacts } from '../../reads/use-facts.ts';
import { useCell, useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import type { NewReply } from '../../state/overlay.ts';
import { useText } from '../../text/use-text.ts';
import { CalmMessage } from '../../ui/calm-message.tsx';
import { FolderList } from './folder-list.tsx';
import { changesOf, draftOfGroup, newDraft, type GroupDraft } from './group-draft.ts';
import { changeLibrary, deleteGroup, restoreGroup, showGroup } from './library-steps.ts';
import { groupReplies, inFolder, languages, ownFolders, searchGroups, type FolderChoice } from './reply-groups.ts';
import classes from './replies.module.css';
import { ReplyEditor } from './reply-editor.tsx';
import { ReplyList } from './reply-list.tsx';
import { TransferDialog } from './transfer-dialog.tsx';
import { staleFactsIn } from './variant-hints.tsx';

const noFacts: readonly never[] = [];
const randomId = (): string => crypto.randomUUID().slice(0, 13);

export interface RepliesScreenProps {
  /** Shown first. */
  scenario?: string | undefined;
  /** A new one to begin with, made of a message. */
  fresh?: NewReply | undefined;
  onClose: () => void;
}

export function RepliesScreen({ scenario, fresh, onClose }: RepliesScreenProps) {
  const text = useText();
  const desk = useDesk();
  const agentId = useCellPart(desk.app, ({ settings }) => currentAgent(settings).id);
  const replies = useCannedReplies();
  const facts = useFacts() ?? noFacts;
  // One moment for the whole visit: chips are drawn anew when it changes, and the caret with them.
  const [now] = useState(() => Date.now());
  const [choice, setChoice] = useState<FolderChoice>({ view: 'all' });
  const [query, setQuery] = useState('');
  const [begun] = useState(() =>
    fresh
      ? newDraft({ randomId, language: fresh.language, title: fresh.title, body: fresh.body, draftOf: agentId })
      : null,
  );
  const edits = useCell(desk.replyEdits);
  const [chosen, setChosen] = useState<string | null>(
    () => begun?.scenario ?? scenario ?? [...edits.keys()].at(-1) ?? null,
  );
  const [isTransferring, setTransferring] = useState(false);

  const groups = useMemo(() => groupReplies(replies ?? [], text.language), [replies, text.language]);
  const shown = useMemo(
    () =>
      searchGroups(
        groups.filter((group) => inFolder(group, choice, agentId)),
        query,
      ),
    [groups, choice, agentId, query],
  );
  const stale = useMemo(
    () =>
      new Set(
        groups
          .filter((group) =>
            Object.values(group.variants).some(({ body }) => staleFactsIn(body, facts, now).length > 0),
          )
          .map((group) => group.scenario),
      ),
    [groups, facts, now],
  );
  const group = groups.find((each) => each.scenario === chosen);
  const edited = chosen === null ? undefined : edits.get(chosen);
  const draft = edited ?? (group ? draftOfGroup(group) : undefined);
  const folders = ownFolders(groups);

  // The first of the list is shown until another is chosen.
  const [firstShown] = shown;
  useEffect(() => {
    if (chosen === null && firstShown) setChosen(firstShown.scenario);
  }, [chosen, firstShown]);

  const setEdit = (scenarioId: string, next: GroupDraft | null): void => {
    desk.replyEdits.update((before) => {
      const after = new Map(before);
      if (next === null) after.delete(scenarioId);
      else after.set(scenarioId, next);
      return after;
    });
  };
  useEffect(() => {
    if (begun) desk.replyEdits.update((before) => new Map(before).set(begun.scenario, begun));
  }, [desk, begun]);
  const change = (next: GroupDraft): void => {
    setEdit(next.scenario, group && changesOf(next, group).length === 0 ? null : next);
  };
  const save = async (next: GroupDraft): Promise<void> => {
    if (await changeLibrary(desk, changesOf(next, group), 'replies.done.saved')) setEdit(next.scenario, null);
  };
  const begin = (next: GroupDraft): void => {
    setEdit(next.scenario, next);
    setChosen(next.scenario);
  };
  const drop = (): void => {
    if (chosen === null) return;
    setEdit(chosen, null);
    if (!group) setChosen(firstShown?.scenario ?? null);
  };

  return (
    <Modal
      opened
      fullScreen
      withCloseButton={false}
      onClose={onClose}
      padding={0}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': text('replies.label') } }}
      classNames={{ content: classes['modal'] ?? '' }}
      closeOnEscape={edits.size === 0 && !isTransferring}
    >
      <div className={classes['screen']}>
        <header className={classes['head']}>
          <Button size="xs" variant="subtle" leftSection={<IconArrowLeft size={15} />} onClick={onClose}>
            {text('replies.back')}
          </Button>
          <Title order={1} size={15}>
            {text('replies.label')}
          </Title>
          <TextInput
            className={classes['search'] ?? ''}
            size="xs"
            data-autofocus
            leftSection={<IconSearch size={14} />}
            aria-label={text('replies.search')}
            placeholder={text('replies.search')}
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && firstShown) setChosen(firstShown.scenario);
            }}
          />
          <Button
            size="xs"
            variant="default"
            ml="auto"
            leftSection={<IconFileImport size={15} />}
            onClick={() => {
              setTransferring(true);
            }}
          >
            {text('replies.transfer')}
          </Button>
          <Button
            size="xs"
            leftSection={<IconPlus size={15} />}
            onClick={() => {
              const folder = 'folder' in choice ? choice.folder : null;
              begin(newDraft({ randomId, language: text.language, folder }));
            }}
          >
            {text('replies.new')}
          </Button>
        </header>
        <div className={classes['panes']}>
          <FolderList groups={groups} chosen={choice} agentId={agentId} onChoose={setChoice} />
          {shown.length === 0 && replies !== undefined ? (
            <div className={classes['list']}>
              <CalmMessage icon={<IconTemplate size={22} />} title={text('replies.none')}>
                {text(query.trim() === '' ? 'replies.none.folder' : 'replies.none.search')}
              </CalmMessage>
            </div>
          ) : (
            <ReplyList
              groups={shown}
              chosen={chosen}
              stale={stale}
              unsaved={new Set(edits.keys())}
              onChoose={setChosen}
            />
          )}
          {draft ? (
            <ReplyEditor
              key={draft.scenario}
              draft={draft}
              group={group}
              isChanged={edited !== undefined}
              folders={folders}
              facts={facts}
              now={now}
              onChange={change}
              onSave={(next) => void save(next)}
              onDiscard={drop}
              onDelete={() => {
                drop();
                if (group) void deleteGroup(desk, group);
              }}
              onRestore={() => {
                drop();
                if (group) void restoreGroup(desk, group);
              }}
              onShow={() => {
                if (group) void showGroup(desk, group);
              }}
              onDuplicate={() => {
                begin(copyOf(draft));
              }}
            />
          ) : (
            <div />
          )}
        </div>
      </div>
      {isTransferring && (
        <TransferDialog
          replies={replies ?? []}
          onClose={() => {
            setTransferring(false);
          }}
        />
      )}
    </Modal>
  );
}

/** A reply of the shop's own with the same words. */
function copyOf(draft: GroupDraft): GroupDraft {
  const scenario = `own-${randomId()}`;
  const variants = Object.fromEntries(
    languages.flatMap((language) => {
      const variant = draft.variants[language];
      return variant ? [[language, { ...variant, id: `${language}-${scenario}` as typeof variant.id }]] : [];
    }),
  );
  return { ...draft, scenario, draftOf: null, variants };
}
