// The search field on top of the list: searches while typing, Esc leaves.
import { CloseButton, TextInput } from '@mantine/core';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useEffect, useRef, useState } from 'react';
import { moveTo } from '../../actions/move-in-list.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

/** Enough to take keys that fall together as one; an answer comes within 20 ms, and the one before it is given up. */
const typingPauseMs = 40;

export function SearchBox() {
  const desk = useDesk();
  const text = useText();
  const query = useCellPart(desk.view, (view) => view.query);
  const [typed, setTyped] = useState(query ?? '');
  const [seenQuery, setSeenQuery] = useState(query);
  const field = useRef<HTMLInputElement>(null);
  if (seenQuery !== query) {
    setSeenQuery(query);
    if ((query ?? '') !== typed.trim()) setTyped(query ?? '');
  }

  useEffect(
    () =>
      desk.focusSearch.listen(() => {
        field.current?.focus();
        field.current?.select();
      }),
    [desk],
  );

  useEffect(() => {
    const wanted = typed.trim() === '' ? null : typed.trim();
    const timer = setTimeout(() => {
      desk.view.update((view) => (view.query === wanted ? view : { ...view, query: wanted }));
    }, typingPauseMs);
    return () => {
      clearTimeout(timer);
    };
  }, [desk, typed]);

  const leave = (): void => {
    setTyped('');
    desk.view.update((view) => ({ ...view, query: null }));
    desk.focusList.send();
  };
  return (
    <TextInput
      ref={field}
      flex={1}
      size="xs"
      aria-label={text('search.label')}
      placeholder={text('search.placeholder')}
      value={typed}
      maxLength={500}
      leftSection={<IconSearch size={14} stroke={1.8} aria-hidden="true" />}
      rightSection={typed !== '' && <CloseButton size="xs" aria-label={text('search.clear')} onClick={leave} />}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault();
          desk.focusList.send();
          moveTo(desk, 0);
        }
      }}
    />
  );
}
