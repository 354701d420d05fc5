// The replies of a folder: title, languages, uses, and what needs a look.
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import classes from './replies.module.css';
import { languages, type ReplyGroup } from './reply-groups.ts';

export function ReplyList(props: {
  groups: readonly ReplyGroup[];
  chosen: string | null;
  /** Scenarios with a fact that is out of date. */
  stale: ReadonlySet<string>;
  unsaved: ReadonlySet<string>;
  onChoose: (scenario: string) => void;
}) {
  const { groups, chosen, stale, unsaved, onChoose } = props;
  const text = useText();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = groups.findIndex(({ scenario }) => scenario === chosen);
    const next = groups[Math.max(0, Math.min(groups.length - 1, index + step))];
    if (next) onChoose(next.scenario);
  };
  return (
    <div
      ref={list}
      className={classes['list']}
      role="listbox"
      tabIndex={0}
      aria-label={text('replies.list')}
      aria-activedescendant={chosen === null ? undefined : `reply-${chosen}`}
      onKeyDown={move}
    >
      {groups.map((group) => (
        <div
          key={group.scenario}
          id={`reply-${group.scenario}`}
          role="option"
          aria-selected={group.scenario === chosen}
          className={classes['row']}
          onClick={() => {
            onChoose(group.scenario);
          }}
        >
          <div className={classes['rowTitle']}>
            <span>{group.title}</span>
            {unsaved.has(group.scenario) && <Badge tone="busy">{text('replies.unsaved')}</Badge>}
            {stale.has(group.scenario) && (
              <IconAlertTriangle size={14} color="var(--mantine-color-red-text)" aria-label={text('replies.stale')} />
            )}
          </div>
          <div className={classes['rowFoot']}>
            {languages.map((language) => (
              <span
                key={language}
                className={group.variants[language] ? classes['has'] : classes['hasNot']}
                title={text(group.variants[language] ? 'replies.hasLanguage' : 'replies.hasNoLanguage', {
                  language: text(`language.${language}`),
                })}
              >
                {language}
              </span>
            ))}
            <span>{text('replies.used', { count: group.useCount })}</span>
            {group.fileCount > 0 && (
              <IconPaperclip size={13} aria-label={text('replies.files.count', { count: group.fileCount })} />
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
