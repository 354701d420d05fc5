// Whether a customer agreed to get marketing, and how the shop knows; each change is one more entry, none is written over.
import { Stack, Switch, TextInput } from '@mantine/core';
import type { CustomerProfile } from '../../../../shared/model/customer-data.ts';
import { allowsMarketing, consentOf } from '../../../../shared/service/consent.ts';
import { longDate } from '../../text/time.ts';
import { useText, type Text as AppText } from '../../text/use-text.ts';

/** A change that is not saved yet. */
export interface ConsentChange {
  isGiven: boolean;
  source: string;
}

/** In one line what they said last; null: nothing is recorded. */
export function consentLine(profile: CustomerProfile | undefined, text: AppText): string | null {
  const last = consentOf(profile);
  if (last === null) return null;
  const said = { date: longDate(last.at, text.locale), source: last.source };
  return text(last.isGiven ? 'consent.given' : 'consent.withdrawn', said);
}

export function ConsentField(props: {
  /** As it is saved. */
  profile: CustomerProfile | undefined;
  change: ConsentChange | null;
  onChange: (change: ConsentChange | null) => void;
}) {
  const { profile, change, onChange } = props;
  const text = useText();
  const isGiven = allowsMarketing(profile);
  return (
    <Stack gap={6} role="group" aria-label={text('consent.title')}>
      <Switch
        label={text('consent.switch')}
        description={consentLine(profile, text) ?? text('consent.none')}
        checked={change?.isGiven ?? isGiven}
        onChange={(event) => {
          const { checked } = event.currentTarget;
          onChange(checked === isGiven ? null : { isGiven: checked, source: '' });
        }}
      />
      {change && (
        <TextInput
          size="xs"
          required
          autoFocus
          maxLength={200}
          label={text('consent.source')}
          placeholder={text('consent.source.example')}
          value={change.source}
          onChange={(event) => {
            onChange({ ...change, source: event.currentTarget.value });
          }}
        />
      )}
    </Stack>
  );
}
