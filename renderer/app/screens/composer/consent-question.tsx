// Asked before marketing goes to somebody who has not agreed to get any: their consent is recorded, or it is no marketing after all.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Consent } from '../../../../shared/model/customer-data.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { consentOf, withConsent } from '../../../../shared/service/consent.ts';
import { putCustomerData } from '../../actions/customer-steps.ts';
import type { CustomerCard } from '../../reads/use-customer.ts';
import { useDesk } from '../../state/desk.ts';
import { longDate } from '../../text/time.ts';
import { useText } from '../../text/use-text.ts';
import { shownNameOf } from '../customer/addressing.ts';
import classes from './composer.module.css';

export interface ConsentQuestionProps {
  /** Titles of the replies that are marketing. */
  titles: readonly string[];
  /** null: nobody is known whose consent could be recorded. */
  card: CustomerCard | null;
  /** What they said is on disk. */
  onConsented: () => void;
  /** It goes out as an answer, and not as a use of those replies. */
  onNotMarketing: () => void;
  onLeave: () => void;
}

export function ConsentQuestion({ titles, card, onConsented, onNotMarketing, onLeave }: ConsentQuestionProps) {
  const text = useText();
  const desk = useDesk();
  const [source, setSource] = useState('');
  const last = consentOf(card?.customer.profile);
  const names = { titles: titles.join(', '), name: card ? shownNameOf(card.customer) : '' };
  const record = async () => {
    if (!card) return;
    const { customer } = card;
    const now = Date.now();
    const author = currentAgent(desk.app.get().settings).name;
    const consent: Consent = { isGiven: true, at: now, source: source.trim(), author };
    const data = {
      customerId: customer.id,
      handle: customer.id,
      note: customer.note,
      profile: withConsent(customer.profile, consent),
      changedAt: now,
    };
    if (await putCustomerData(desk, [{ kind: 'customer', key: customer.id, data }], 'done.consent')) onConsented();
  };
  return (
    <Stack gap={6} className={classes['blockers'] ?? ''} role="alert" aria-label={text('consent.ask.label')}>
      <Text size="xs">
        {last?.isGiven === false
          ? text('consent.ask.withdrawn', { ...names, date: longDate(last.at, text.locale) })
          : text(card ? 'consent.ask' : 'consent.ask.unknown', names)}
      </Text>
      {card && (
        <form
          className={classes['consent']}
          onSubmit={(event) => {
            event.preventDefault();
            if (source.trim() !== '') void record();
          }}
        >
          <TextInput
            size="xs"
            flex={1}
            miw={180}
            autoFocus
            maxLength={200}
            label={text('consent.source')}
            placeholder={text('consent.source.example')}
            value={source}
            onChange={(event) => {
              setSource(event.currentTarget.value);
            }}
          />
          <Button size="xs" type="submit" disabled={source.trim() === ''}>
            {text('consent.record')}
          </Button>
        </form>
      )}
      <Group gap={6}>
        <Button size="xs" variant="default" onClick={onNotMarketing}>
          {text('consent.notMarketing')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onLeave}>
          {text('consent.leave')}
        </Button>
      </Group>
    </Stack>
  );
}
