// The coach in one quiet line: a small score, what a good reply has, what the customer asked, and the hints one by one.
import { Popover, Text, UnstyledButton } from '@mantine/core';
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconCircleDashed from '@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs';
import IconSparkles from '@tabler/icons-react/dist/esm/icons/IconSparkles.mjs';
import type { CoachHit, CoachReport } from '../../../../shared/language/coach/check-reply.ts';
import { categoryLabels } from '../../../../shared/language/coach/rule-book.ts';
import type { AnsweredQuestion } from '../../../../shared/language/questions.ts';
import type { ChecklistItemName } from '../../../../shared/language/coach/score.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';
import { QuestionList } from './question-list.tsx';

const itemText: Readonly<Record<ChecklistItemName, TextId>> = {
  greeting: 'coach.item.greeting',
  thanks: 'coach.item.thanks',
  empathy: 'coach.item.empathy',
  ownership: 'coach.item.ownership',
  'next-step': 'coach.item.nextStep',
  options: 'coach.item.options',
  'warm-close': 'coach.item.warmClose',
};

export interface CoachLineProps {
  /** Null while the coach is off: only hits are shown. */
  report: CoachReport | null;
  hits: readonly CoachHit[];
  questions: readonly AnsweredQuestion[];
  onOpen: (index: number) => void;
}

export function CoachLine({ report, hits, questions, onOpen }: CoachLineProps) {
  const text = useText();
  return (
    <div className={classes['coachLine']}>
      {report && <Score report={report} hits={hits} questions={questions} onOpen={onOpen} />}
      {hits.length > 0 && (
        <UnstyledButton
          className={classes['coachCount'] ?? ''}
          aria-keyshortcuts="Control+."
          onClick={() => {
            onOpen(0);
          }}
        >
          {text('coach.hints', { count: hits.length })}
        </UnstyledButton>
      )}
      <span className={classes['hidden']} role="status">
        {report
          ? text('coach.status', { count: hits.length, score: report.score })
          : text('coach.hints', { count: hits.length })}
      </span>
    </div>
  );
}

/** The score, and in a card what it is made of. */
function Score({ report, hits, questions, onOpen }: CoachLineProps & { report: CoachReport }) {
  const text = useText();
  const { score, checklist } = report;
  const metCount = checklist.filter(({ isMet }) => isMet).length;
  const answeredCount = questions.filter(({ because }) => because !== null).length;
  const costs = new Map(
    report.reasons.flatMap((reason) => (reason.kind === 'hit' ? [[reason.ruleId, reason.points] as const] : [])),
  );
  return (
    <Popover position="top-start" width={340} shadow="md" withRoles={false} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes['coachScore'] ?? ''}
          data-level={score >= 75 ? 'good' : score >= 50 ? 'fair' : 'low'}
        >
          <IconSparkles size={14} aria-hidden />
          <span>{text('coach.score', { score })}</span>
          <span className={classes['coachMet']}>{text('coach.met', { count: metCount, total: checklist.length })}</span>
          {questions.length > 0 && (
            <span className={classes['coachMet']}>
              {text('coach.questions', { count: answeredCount, total: questions.length })}
            </span>
          )}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={text('coach.reasons')}
        tabIndex={-1} // takes the focus where no hint in it does: only so Escape reaches it
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.stopPropagation(); // the composer would leave the editor
        }}
      >
        <Text size="xs" fw={650} mb={6}>
          {text('coach.reasons')}
        </Text>
        <ul className={classes['coachList']}>
          {checklist.map(({ name, isMet }) => (
            <li key={name} data-met={isMet}>
              {isMet ? <IconCheck size={14} aria-hidden /> : <IconCircleDashed size={14} aria-hidden />}
              <span>{text(itemText[name])}</span>
              <span className={classes['hidden']}>{text(isMet ? 'coach.item.met' : 'coach.item.missing')}</span>
            </li>
          ))}
          {hits.map((hit, index) => (
            <li key={`${hit.ruleId}/${String(hit.start)}`} data-met={false}>
              <IconAlertCircle size={14} aria-hidden />
              <UnstyledButton
                className={classes['coachHit'] ?? ''}
                onClick={() => {
                  onOpen(index);
                }}
              >
                {categoryLabels[hit.category].label[text.language]}
              </UnstyledButton>
              <span className={classes['coachPoints']}>{text.number(costs.get(hit.ruleId) ?? 0)}</span>
            </li>
          ))}
        </ul>
        <QuestionList questions={questions} />
      </Popover.Dropdown>
    </Popover>
  );
}
