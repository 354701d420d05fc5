// What the customer asked, each ticked once the reply seems to answer it, with the words that do. Nothing is said to be missing.
import { Text } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconCircleDashed from '@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs';
import type { AnsweredQuestion } from '../../../../shared/language/questions.ts';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';

export function QuestionList({ questions }: { questions: readonly AnsweredQuestion[] }) {
  const text = useText();
  if (questions.length === 0) return null;
  return (
    <>
      <Text size="xs" fw={650} mt={10} mb={6}>
        {text('coach.questions.title')}
      </Text>
      <ul className={classes['coachList']} aria-label={text('coach.questions.title')}>
        {questions.map(({ text: asked, because }) => (
          <li key={asked} data-met={because !== null} className={classes['question']}>
            {because === null ? <IconCircleDashed size={14} aria-hidden /> : <IconCheck size={14} aria-hidden />}
            <span>
              <span className={classes['asked']}>{asked}</span>
              <span className={classes['answeredBy']}>
                {because === null ? text('coach.question.open') : text('coach.question.answered', { words: because })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
