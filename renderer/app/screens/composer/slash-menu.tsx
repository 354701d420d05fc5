// The menu of canned replies beside the caret: arrows choose, Enter takes, Escape leaves.
import { Badge, Paper, Portal, Text } from '@mantine/core';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import type { CannedReplyRow } from '../../../database/rows.ts';
import type { CannedReplyId, Channel, Language } from '../../../../shared/model/ids.ts';
import { useCannedReplies } from '../../reads/use-canned-replies.ts';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';
import { rankReplies } from './rank-replies.ts';
import type { SlashState } from './slash.ts';

const widthPx = 460;
const heightPx = 320;
const gapPx = 6;

export interface SlashMenuHandle {
  /** true when the key was for the menu. */
  onKeyDown(event: KeyboardEvent): boolean;
}

export interface SlashMenuProps {
  state: SlashState;
  /** What is searched for at this moment; `state` is as it was when the menu was drawn. */
  queryNow: () => string;
  language: Language | null;
  channel: Channel;
  /** Shown first while nothing is searched for. */
  suggestedIds: readonly CannedReplyId[];
  onChoose: (reply: CannedReplyRow) => void;
  onLeave: () => void;
  ref: Ref<SlashMenuHandle>;
}

export function SlashMenu({
  state,
  queryNow,
  language,
  channel,
  suggestedIds,
  onChoose,
  onLeave,
  ref,
}: SlashMenuProps) {
  const text = useText();
  const replies = useCannedReplies();
  const suggested = suggestedIds.join();
  const find = useCallback(
    (query: string) => rankReplies(replies ?? [], query, language, channel, suggested.split(',')),
    [replies, language, channel, suggested],
  );
  const found = useMemo(() => find(state.query), [find, state.query]);
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    setChosen(0);
  }, [state.query]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  useImperativeHandle(ref, () => ({
    onKeyDown: ({ key }) => {
      if (key === 'Escape') {
        onLeave();
        return true;
      }
      if (found.length > 0 && (key === 'ArrowDown' || key === 'ArrowUp')) {
        setChosen((chosen + (key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
        return true;
      }
      if (key !== 'Enter' && key !== 'Tab') return false;
      // quick fingers: the last letters are typed, but not drawn yet
      const query = queryNow();
      const reply = query === state.query ? found[chosen] : find(query)[0];
      if (!reply) return false;
      onChoose(reply);
      return true;
    },
  }));

  return (
    <Portal>
      <Paper
        className={classes.slashMenu}
        shadow="lg"
        withBorder
        style={placeOf(state.rect)}
        onMouseDown={(event) => {
          event.preventDefault(); // the caret stays in the editor
        }}
      >
        <div ref={list} className={classes.slashList} role="listbox" aria-label={text('composer.replies')}>
          {found.map((reply, index) => (
            <div
              key={reply.id}
              role="option"
              aria-selected={index === chosen}
              className={classes.slashOption}
              onMouseMove={() => {
                setChosen(index);
              }}
              onMouseDown={() => {
                onChoose(reply);
              }}
            >
              <div className={classes.slashTitle}>
                <Text size="sm" fw={550} truncate>
                  {reply.title}
                </Text>
                {reply.attachments && (
                  <IconPaperclip
                    size={13}
                    aria-label={text('replies.files.count', { count: reply.attachments.length })}
                  />
                )}
                <Badge size="xs" variant="default">
                  {reply.language}
                </Badge>
              </div>
              <Text size="xs" c="dimmed" lineClamp={2}>
                {reply.whenToUse === '' ? reply.body : reply.whenToUse}
              </Text>
            </div>
          ))}
          {found.length === 0 && (
            <Text size="sm" c="dimmed" p="sm">
              {text(replies ? 'composer.replies.none' : 'composer.replies.loading')}
            </Text>
          )}
        </div>
        <Text size="xs" c="dimmed" className={classes.slashHint}>
          {text('composer.replies.hint')}
        </Text>
      </Paper>
    </Portal>
  );
}

/** Above the caret where there is room, else below; never outside the window. */
function placeOf(rect: DOMRect | null): { left: number; top: number; width: number; maxHeight: number } {
  const { top, bottom, left } = rect ?? { top: window.innerHeight / 2, bottom: window.innerHeight / 2, left: 0 };
  const width = Math.min(widthPx, window.innerWidth - 2 * gapPx);
  const isAbove = top > heightPx + gapPx;
  return {
    left: Math.max(gapPx, Math.min(left, window.innerWidth - width - gapPx)),
    top: isAbove ? top - heightPx - gapPx : bottom + gapPx,
    width,
    maxHeight: heightPx,
  };
}
