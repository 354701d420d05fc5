// One person on several channels: suggestions with reasons, and merges that can be taken apart.
import { Alert, Button, Group, Text } from '@mantine/core';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { distinctKey } from '../../../../shared/model/customer-data.ts';
import type { SameReason } from '../../../../shared/service/same-person.ts';
import type { ConversationRow } from '../../../database/rows.ts';
import { putCustomerData } from '../../actions/customer-steps.ts';
import type { CustomerCard } from '../../reads/use-customer.ts';
import { useMergeSuggestions, type MergeSuggestion } from '../../reads/use-merge-suggestions.ts';
import { useDesk } from '../../state/desk.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { useChannelNames } from '../inbox/channel-names.ts';
import { shownNameOf } from './addressing.ts';

export const reasonText: Readonly<Record<SameReason, TextId>> = {
  email: 'merge.reason.email',
  phone: 'merge.reason.phone',
  order: 'merge.reason.order',
  'name-city': 'merge.reason.nameCity',
  name: 'merge.reason.name',
};

export function MergeSection({ card, conversation }: { card: CustomerCard; conversation: ConversationRow }) {
  const suggestions = useMergeSuggestions(card.customer, conversation) ?? [];
  return suggestions
    .slice(0, 2)
    .map((suggestion) => <Suggestion key={suggestion.customer.id} card={card} suggestion={suggestion} />);
}

function Suggestion({ card: { customer }, suggestion }: { card: CustomerCard; suggestion: MergeSuggestion }) {
  const { customer: other, reasons } = suggestion;
  const text = useText();
  const desk = useDesk();
  const nameOf = useChannelNames();
  const channels = [...new Set(other.handles.map((handle) => nameOf(handle.slice(0, handle.indexOf(':'))).label))].join(
    ', ',
  );
  return (
    <Alert p={10} color="indigo" icon={<IconUsers size={16} />} title={text('merge.suggest')}>
      <Text size="xs" fw={550}>
        {shownNameOf(other)} · {channels}
      </Text>
      <Text size="xs">{reasons.map((reason) => text(reasonText[reason])).join(' · ')}</Text>
      <Group gap={6} mt={6}>
        <Button
          size="compact-xs"
          onClick={() => {
            desk.overlay.set({ kind: 'merge-customers', customerId: customer.id, otherId: other.id });
          }}
        >
          {text('merge.look')}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            const data = { handles: [customer.id, other.id] as [string, string], changedAt: Date.now() };
            void putCustomerData(
              desk,
              [{ kind: 'customer-distinct', key: distinctKey(customer.id, other.id), data }],
              'done.distinct',
            );
          }}
        >
          {text('merge.distinct')}
        </Button>
      </Group>
    </Alert>
  );
}
