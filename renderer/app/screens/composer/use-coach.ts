// Has the coach read along: checks after a pause, never on the typing path, and keeps what was dismissed.
import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Coach, CoachHit, CoachReport, ReplyContext } from '../../../../shared/language/coach/check-reply.ts';
import type { Rewrite } from '../../../../shared/language/coach/rewrite.ts';
import type { Settings } from '../../../../shared/model/settings.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { markTransaction, marksOf, type CoachMark } from './coach-marks.ts';
import { coachText } from './coach-text.ts';
import { contentOf } from './editor-text.ts';
import { openFieldsOf } from './fields.ts';

/** Typing on starts it anew: the check runs when the hands rest, and what it says is there within 200 ms of the last key (VE-17). */
const checkAfterMs = 120;

/** What the person does not want to hear in this reply. */
interface Dismissed {
  /** `rule|words` of one place. */
  places: ReadonlySet<string>;
  rules: ReadonlySet<string>;
}
const nothing: Dismissed = { places: new Set(), rules: new Set() };

export interface CoachHandle {
  /** Null while the shop has the coach off, and before it has read: then only hits are shown. */
  report: CoachReport | null;
  /** Hits that are shown: those of the report that were not dismissed. */
  hits: readonly CoachHit[];
  /** Checks at once: before sending. */
  checkNow(): readonly CoachHit[];
  /** Where a hit stands in the editor now; undefined when its words are gone. */
  markOf(hit: CoachHit): CoachMark | undefined;
  apply(hit: CoachHit, rewrite: Rewrite): void;
  dismissPlace(hit: CoachHit): void;
  dismissRule(hit: CoachHit): void;
}

const placeKey = (hit: CoachHit, text: string): string => `${hit.ruleId}|${text.slice(hit.start, hit.end)}`;

/** @param context must stay the same object while nothing in it changes */
export function useCoach(editor: Editor, context: ReplyContext): CoachHandle {
  const desk = useDesk();
  const settings = useCellPart(desk.app, (app) => app.settings);
  const [coach, setCoach] = useState<Coach | null>(null);
  const [state, setState] = useState<{ report: CoachReport; hits: readonly CoachHit[] } | null>(null);
  const dismissed = useRef<Dismissed>(nothing);
  const lastText = useRef('');
  const { language } = context;
  const coachKey = useMemo(() => keyOf(settings), [settings]);

  useEffect(() => {
    let isStale = false;
    const load = async () => {
      // rules of three languages: read when the first reply is written
      const { loadCoach } = await import('./load-coach.ts');
      if (!isStale) setCoach(loadCoach(settings, language));
    };
    void load();
    return () => {
      isStale = true;
    };
    // only what the coach takes from the settings
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [coachKey, language]);

  const check = (): readonly CoachHit[] => {
    if (editor.isDestroyed) return [];
    const { text, positionOf } = coachText(editor.state.doc);
    lastText.current = text;
    if (!coach || text.trim() === '') {
      if (marksOf(editor.state).length > 0) editor.view.dispatch(markTransaction(editor.state, []));
      setState(null);
      return [];
    }
    const report = coach.check(text, context);
    const { places, rules } = dismissed.current;
    const hits = report.hits.filter((hit) => !rules.has(hit.ruleId) && !places.has(placeKey(hit, text)));
    const marks = hits.map(({ severity, start, end }, index) => ({
      index,
      severity,
      from: positionOf(start),
      to: Math.max(positionOf(end - 1) + 1, positionOf(start) + 1),
    }));
    editor.view.dispatch(markTransaction(editor.state, marks));
    setState({ report, hits });
    return hits;
  };
  const latestCheck = useRef(check);
  useEffect(() => {
    latestCheck.current = check;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const plan = () => {
      clearTimeout(timer);
      timer = setTimeout(() => latestCheck.current(), checkAfterMs);
    };
    const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) plan();
    };
    editor.on('transaction', onTransaction);
    plan();
    return () => {
      clearTimeout(timer);
      editor.off('transaction', onTransaction);
    };
  }, [editor, coach, context]);

  const hits = state?.hits ?? [];
  return {
    report: settings.coach.isOn ? (state?.report ?? null) : null,
    hits,
    checkNow: check,
    markOf: (hit) => marksOf(editor.state).find(({ index }) => index === hits.indexOf(hit)),
    apply(hit, rewrite) {
      const { text, positionOf } = coachText(editor.state.doc);
      if (text !== lastText.current) {
        check(); // typed on since: the places are new
        return;
      }
      const from = positionOf(rewrite.start);
      const isInsert = rewrite.start === rewrite.end;
      const to = isInsert ? from : positionOf(rewrite.end - 1) + 1;
      const words = rewrite.text.trimEnd();
      if (isInsert && words !== rewrite.text) {
        // an opening: a paragraph of its own before the first one
        editor
          .chain()
          .insertContentAt(Math.max(0, from - 1), contentOf(words))
          .run();
      } else editor.chain().insertContentAt({ from, to }, inline(rewrite.text)).run();
      const fields = openFieldsOf(editor.state.doc);
      const field = fields.find((each) => each.from >= from - 1);
      if (field && rewrite.blanks.length > 0) editor.chain().focus().setTextSelection(field).scrollIntoView().run();
      else editor.commands.focus(from + words.length);
      check();
    },
    dismissPlace(hit) {
      const { places, rules } = dismissed.current;
      dismissed.current = { rules, places: new Set([...places, placeKey(hit, lastText.current)]) };
      check();
    },
    dismissRule(hit) {
      const { places, rules } = dismissed.current;
      dismissed.current = { places, rules: new Set([...rules, hit.ruleId]) };
      check();
    },
  };
}

/** Text with line breaks inside one paragraph. */
function inline(words: string) {
  return words
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line }]),
    ]);
}

/** Changes when the coach must be made anew. */
const keyOf = ({ coach, voice, shop, agents }: Settings): string =>
  JSON.stringify([coach, voice.formality, shop.name, agents.map(({ name }) => name)]);
