// Plain text with its links made clickable; every link is confirmed before it is opened.
import { find } from 'linkifyjs';
import { Fragment, useMemo } from 'react';
import { useDesk } from '../../state/desk.ts';
import classes from './conversation.module.css';

/** Longer texts are shown without links: finding them would hold up the page. */
const longestLinkedText = 50_000;

export function LinkedText({ children }: { children: string }) {
  const desk = useDesk();
  const parts = useMemo(() => partsOf(children), [children]);
  return (
    <span className={classes['text']}>
      {parts.map(({ text, url }, index) =>
        url === undefined ? (
          <Fragment key={index}>{text}</Fragment>
        ) : (
          <a
            key={index}
            href={url}
            onClick={(event) => {
              event.preventDefault();
              desk.overlay.set({ kind: 'link', url });
            }}
          >
            {text}
          </a>
        ),
      )}
    </span>
  );
}

/** Text cut at its links; parts with a `url` are links. */
export function partsOf(text: string): { text: string; url?: string }[] {
  if (text.length > longestLinkedText) return [{ text }];
  const parts: { text: string; url?: string }[] = [];
  let end = 0;
  for (const link of find(text, { defaultProtocol: 'https' })) {
    if (link.start > end) parts.push({ text: text.slice(end, link.start) });
    parts.push({ text: text.slice(link.start, link.end), url: link.href });
    end = link.end;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}
