// The free note about a customer, saved while it is written.
import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CustomerRow } from '../../../database/rows.ts';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useReadOnly } from '../../state/read-only.ts';
import { useText } from '../../text/use-text.ts';
import { useAutosave } from '../composer/use-autosave.ts';
import { SectionTitle } from './section-title.tsx';

export function CustomerNote({ customer }: { customer: CustomerRow }) {
  const text = useText();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const [note, setNote] = useState(customer.note);
  const [saved, setSaved] = useState(customer.note);
  const autosave = useAutosave(async () => {
    if (await attempt(desk.store.saveCustomerNote({ customerId: customer.id, note }))) setSaved(note);
  });
  useEffect(() => {
    // changed elsewhere (an undo, another conversation) while nothing unsaved stands here
    if (customer.note !== saved && note === saved) {
      setNote(customer.note);
      setSaved(customer.note);
    }
  }, [customer.note, note, saved]);
  return (
    <section>
      <SectionTitle>{text('customer.note')}</SectionTitle>
      <Textarea
        autosize
        minRows={2}
        maxRows={10}
        size="xs"
        value={note}
        readOnly={isReadOnly}
        placeholder={isReadOnly ? '' : text('customer.note.placeholder')}
        aria-label={text('customer.note')}
        onChange={(event) => {
          setNote(event.currentTarget.value);
          autosave.note();
        }}
      />
    </section>
  );
}
