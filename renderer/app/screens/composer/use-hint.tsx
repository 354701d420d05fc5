// Opens the coach's card on a stretch: by click, by resting on it, by Ctrl+. from one to the next, by Alt+Enter at the caret.
import type { Editor } from '@tiptap/core';
import { useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { changeSettings } from '../../actions/change-settings.ts';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { HintCard } from './hint-card.tsx';
import type { CoachHandle } from './use-coach.ts';

/** Long enough not to open while the pointer only passes. */
const restMs = 450;

export interface HintHandle {
  open(index: number, takesFocus: boolean): void;
  isOpen: boolean;
  /** true when the key was used. */
  onKeyDown(event: KeyboardEvent): boolean;
  onMouseOver(event: MouseEvent): void;
  card: ReactNode;
}

export function useHint(editor: Editor, coach: CoachHandle): HintHandle {
  const desk = useDesk();
  const [shown, setShown] = useState<{ index: number; takesFocus: boolean } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hit = shown === null ? undefined : coach.hits[shown.index];
  const mark = hit && coach.markOf(hit);

  const close = (): void => {
    setShown(null);
    if (shown?.takesFocus === true) editor.commands.focus();
  };
  const open = (index: number, takesFocus: boolean): void => {
    const next = coach.hits[index];
    const place = next && coach.markOf(next);
    if (!place) return;
    if (takesFocus) editor.chain().setTextSelection(place.to).scrollIntoView().run();
    setShown({ index, takesFocus });
  };
  const atCaret = (): number => {
    const { from } = editor.state.selection;
    return coach.hits.findIndex((each) => {
      const place = coach.markOf(each);
      return place !== undefined && place.from <= from && from <= place.to;
    });
  };
  const after = (work: () => void) => () => {
    setShown(null);
    work();
    editor.commands.focus();
  };

  return {
    open,
    isOpen: hit !== undefined && mark !== undefined,
    onKeyDown(event) {
      const isNext = event.key === '.' && (event.ctrlKey || event.metaKey);
      const isHere = event.key === 'Enter' && event.altKey;
      if (!isNext && !isHere) return false;
      event.preventDefault();
      if (coach.hits.length === 0) return true;
      const here = atCaret();
      open(
        isHere ? Math.max(0, here) : shown === null ? Math.max(0, here) : (shown.index + 1) % coach.hits.length,
        true,
      );
      return true;
    },
    onMouseOver(event) {
      clearTimeout(timer.current);
      const element = event.target instanceof Element ? event.target.closest('[data-coach]') : null;
      if (!element || shown !== null) return;
      timer.current = setTimeout(() => {
        open(Number(element.getAttribute('data-coach')), false);
      }, restMs);
    },
    card: hit && mark && shown && (
      <HintCard
        hit={hit}
        place={placeOf(editor, mark.from)}
        takesFocus={shown.takesFocus}
        onApply={(rewrite) => {
          setShown(null);
          coach.apply(hit, rewrite);
        }}
        onDismissPlace={after(() => {
          coach.dismissPlace(hit);
        })}
        onDismissRule={after(() => {
          coach.dismissRule(hit);
        })}
        onMuteForShop={after(() => {
          coach.dismissRule(hit);
          const { coach: preferences } = desk.app.get().settings;
          const mutedRules = [...new Set([...preferences.mutedRules, hit.ruleId])];
          void attempt(changeSettings(desk, { coach: { ...preferences, mutedRules } }));
        })}
        onClose={close}
      />
    ),
  };
}

function placeOf(editor: Editor, position: number): { left: number; top: number; bottom: number } {
  const { left, top, bottom } = editor.view.coordsAtPos(Math.min(position, editor.state.doc.content.size));
  return { left, top, bottom };
}
