// Moves the focus into the conversation when a command asks for it.
import { useEffect, useRef, type RefObject } from 'react';
import type { Desk } from '../../state/desk.ts';

export function usePaneFocus(desk: Desk): RefObject<HTMLElement | null> {
  const pane = useRef<HTMLElement>(null);
  useEffect(() => desk.focusConversation.listen(() => pane.current?.focus()), [desk]);
  return pane;
}
