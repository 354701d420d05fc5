// The customer's card: who they are, what was promised, what they told, what they bought, and everything that was said.
import { Button, Divider, Group, ScrollArea, Stack } from '@mantine/core';
import IconPhone from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs';
import type { ConversationId } from '../../../../shared/model/ids.ts';
import type { ConversationRow } from '../../../database/rows.ts';
import { runActionById } from '../../actions/registry.ts';
import { useConversation } from '../../reads/use-conversation.ts';
import { useCustomer, type CustomerCard } from '../../reads/use-customer.ts';
import { useKnownFacts } from '../../reads/use-known-facts.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { NotWhileReading } from '../inbox/not-while-reading.tsx';
import classes from './customer.module.css';
import { CustomerExport } from './customer-export.tsx';
import { CustomerNote } from './customer-note.tsx';
import { KnownSection } from './known-section.tsx';
import { MergeSection } from './merge-section.tsx';
import { NotesSection } from './notes-section.tsx';
import { OrderCard } from './order-card.tsx';
import { PromisesSection } from './promises-section.tsx';
import { SameOrderSection } from './same-order-section.tsx';
import { SectionTitle } from './section-title.tsx';
import { Timeline } from './timeline.tsx';
import { Who } from './who.tsx';

/** The rest is in the timeline. */
const shownOrders = 3;

export function CustomerPanel({ conversationId }: { conversationId: ConversationId }) {
  const conversation = useConversation(conversationId);
  const card = useCustomer(conversation?.customerId ?? null);
  return (
    <div className={classes['panel']}>
      {card && conversation && (
        <ScrollArea h="100%" type="auto">
          <Card key={card.customer.id} card={card} conversation={conversation} />
        </ScrollArea>
      )}
    </div>
  );
}

function Card({ card, conversation }: { card: CustomerCard; conversation: ConversationRow }) {
  const text = useText();
  const desk = useDesk();
  const facts = useKnownFacts(conversation, card);
  const { customer, orders, notes, promises } = card;
  const isAboutThis = ({ number }: { number: string }): boolean => number === conversation.orderNumber;
  return (
    <Stack gap={14} p={14}>
      <Who card={card} />
      <NotWhileReading>
        <Group gap={6}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPhone size={13} />}
            aria-keyshortcuts="l p"
            onClick={() => {
              runActionById(desk, 'log-call');
            }}
          >
            {text('touch.log')}
          </Button>
        </Group>
        <MergeSection card={card} conversation={conversation} />
      </NotWhileReading>
      <Divider />
      <PromisesSection customerId={customer.id} conversationId={conversation.id} promises={promises} />
      <KnownSection facts={facts} />
      <NotesSection customer={customer} notes={notes} />
      <CustomerNote customer={customer} />
      {orders.length > 0 && (
        <section>
          <SectionTitle>{text('customer.orders', { count: orders.length })}</SectionTitle>
          <Stack gap={8}>
            {[...orders]
              .sort((a, b) => Number(isAboutThis(b)) - Number(isAboutThis(a)))
              .slice(0, shownOrders)
              .map((order) => (
                <OrderCard key={order.id} order={order} isAboutThis={isAboutThis(order)} />
              ))}
          </Stack>
        </section>
      )}
      <SameOrderSection conversation={conversation} />
      <CustomerExport customer={customer} />
      <Timeline customerId={customer.id} shownId={conversation.id} />
    </Stack>
  );
}
