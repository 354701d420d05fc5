// What the shop knows of the customer: addresses, note, orders, earlier conversations.
import { Badge, Divider, Group, ScrollArea, Stack, Text } from '@mantine/core';
import type { ConversationId } from '../../../../shared/model/ids.ts';
import { useConversation } from '../../reads/use-conversation.ts';
import { useCustomer, type CustomerCard } from '../../reads/use-customer.ts';
import { useText } from '../../text/use-text.ts';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import { InitialsAvatar } from '../../ui/initials-avatar.tsx';
import { useChannelNames } from '../inbox/channel-names.ts';
import classes from './customer.module.css';
import { CustomerExport } from './customer-export.tsx';
import { CustomerNote } from './customer-note.tsx';
import { OrderCard } from './order-card.tsx';
import { PastConversations } from './past-conversations.tsx';
import { SectionTitle } from './section-title.tsx';

/** The rest is a click away in the list of orders' own channel. */
const shownOrders = 5;

export function CustomerPanel({ conversationId }: { conversationId: ConversationId }) {
  const text = useText();
  const conversation = useConversation(conversationId);
  const card = useCustomer(conversation?.customerId ?? null);
  return (
    <div className={classes['panel']}>
      {card && conversation && (
        <ScrollArea h="100%" type="auto">
          <Stack gap={14} p={14}>
            <Who card={card} />
            <CustomerNote key={card.customer.id} customer={card.customer} />
            {card.orders.length > 0 && (
              <section>
                <SectionTitle>{text('customer.orders', { count: card.orders.length })}</SectionTitle>
                <Stack gap={8}>
                  {[...card.orders]
                    .sort((a, b) => Number(b.number === conversation.orderNumber) - Number(a.number === conversation.orderNumber))
                    .slice(0, shownOrders)
                    .map((order) => (
                      <OrderCard key={order.id} order={order} isAboutThis={order.number === conversation.orderNumber} />
                    ))}
                </Stack>
              </section>
            )}
            <CustomerExport customer={card.customer} />
            <PastConversations conversations={card.conversations} shownId={conversationId} />
          </Stack>
        </ScrollArea>
      )}
    </div>
  );
}

function Who({ card: { customer, orders } }: { card: CustomerCard }) {
  const text = useText();
  const channelName = useChannelNames();
  const since = new Intl.DateTimeFormat(text.locale, { year: 'numeric', month: 'short' }).format(customer.since);
  return (
    <>
      <Group gap={10} wrap="nowrap">
        <InitialsAvatar name={customer.name} colourKey={customer.id} isTurkish={customer.language === 'tr'} sizePx={44} />
        <div className={classes['who']}>
          <Text fw={650} size="sm" truncate title={customer.name}>
            {customer.name}
          </Text>
          <Text size="xs" c="dimmed">
            {[customer.city, text('customer.since', { date: since })].filter(Boolean).join(' · ')}
          </Text>
        </div>
      </Group>
      <Group gap={6}>
        {orders.length > 0 && (
          <Badge variant="light" tt="none">
            {text('customer.orderCount', { count: orders.length })}
          </Badge>
        )}
        {totals(orders, text.locale).map((total) => (
          <Badge key={total} variant="light" color="teal" tt="none">
            {text('customer.total', { amount: total })}
          </Badge>
        ))}
        {customer.language && (
          <Badge variant="light" color="grape" tt="none">
            {new Intl.DisplayNames(text.locale, { type: 'language' }).of(customer.language)}
          </Badge>
        )}
      </Group>
      <Stack gap={4}>
        {customer.handles.map((handle) => {
          const [channel = '', ...rest] = handle.split(':');
          const { icon, label } = channelName(channel);
          return (
            <Group key={handle} gap={6} wrap="nowrap">
              <ChannelIcon icon={icon} label={label} sizePx={14} />
              <Text size="xs" className={classes['handle'] ?? ''} title={rest.join(':')}>
                {rest.join(':')}
              </Text>
            </Group>
          );
        })}
      </Stack>
      <Divider />
    </>
  );
}

/** Sums of what was bought, one per currency; cancelled and returned orders do not count. */
function totals(orders: CustomerCard['orders'], locale: string): string[] {
  const sums = new Map<string, number>();
  for (const { currency, totalMinor, status } of orders) {
    if (status !== 'cancelled' && status !== 'returned') sums.set(currency, (sums.get(currency) ?? 0) + totalMinor);
  }
  return [...sums].map(([currency, minor]) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / 100),
  );
}
