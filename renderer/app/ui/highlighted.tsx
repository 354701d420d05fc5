// A text with some of its ranges marked.
import type { ReactNode } from 'react';

/** @param ranges start and end offsets, in order and apart from each other */
export function Highlighted(props: { text: string; ranges: readonly (readonly [number, number])[] }) {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of props.ranges) {
    if (from > at) pieces.push(props.text.slice(at, from));
    pieces.push(<mark key={from}>{props.text.slice(from, to)}</mark>);
    at = to;
  }
  pieces.push(props.text.slice(at));
  return <>{pieces}</>;
}
