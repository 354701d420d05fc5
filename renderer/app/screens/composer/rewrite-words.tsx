// A better wording as it is offered: blanks that a person fills stand out.
import type { Rewrite } from '../../../../shared/language/coach/rewrite.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import classes from './composer.module.css';

export function RewriteWords({ rewrite, language }: { rewrite: Rewrite; language: Language }) {
  const parts: React.ReactNode[] = [];
  let from = 0;
  for (const { start, end, label } of rewrite.blanks) {
    parts.push(rewrite.text.slice(from, start));
    parts.push(
      <span key={start} className={classes['field']}>
        {label[language]}
      </span>,
    );
    from = end;
  }
  parts.push(rewrite.text.slice(from).trimEnd());
  return <>{parts}</>;
}
