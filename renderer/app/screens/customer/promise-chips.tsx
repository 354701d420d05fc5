// Proposes what the reply promises, to be recorded with it: nothing is recorded that was not confirmed here.
import { Checkbox, Text, Tooltip } from '@mantine/core';
import type { FoundPromise } from '../../../../shared/language/find-promises.ts';
import { dayAndTime } from '../../text/time.ts';
import { useText } from '../../text/use-text.ts';
import classes from './customer.module.css';

export interface PromiseChipsProps {
  found: readonly FoundPromise[];
  /** Texts of those that are not to be recorded. */
  declined: ReadonlySet<string>;
  onToggle: (promise: FoundPromise) => void;
}

export function PromiseChips({ found, declined, onToggle }: PromiseChipsProps) {
  const text = useText();
  if (found.length === 0) return null;
  return (
    <div className={classes['chips']} role="group" aria-label={text('promises.title')}>
      {found.map((promise) => (
        <Tooltip
          key={`${promise.from}/${promise.text}`}
          multiline
          maw={360}
          label={text('promises.because', { doing: promise.because.doing, times: promise.because.times.join(' ') })}
        >
          <Checkbox
            size="xs"
            checked={!declined.has(promise.text)}
            label={
              <Text span size="xs">
                {text('promises.you', { what: shortened(promise.text), time: dayAndTime(promise.dueAt, text.locale) })}
              </Text>
            }
            onChange={() => {
              onToggle(promise);
            }}
          />
        </Tooltip>
      ))}
    </div>
  );
}

const shownLength = 60;
const shortened = (words: string): string =>
  words.length > shownLength ? `${words.slice(0, shownLength - 1).trimEnd()}…` : words;
