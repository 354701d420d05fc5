// One order: what, how much, where it is.
import { Badge, Group, Paper, Text } from '@mantine/core';
import type { OrderRow } from '../../../database/rows.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import classes from './customer.module.css';

const looks: Readonly<Record<OrderRow['status'], { text: TextId; color: string }>> = {
  placed: { text: 'order.placed', color: 'gray' },
  paid: { text: 'order.paid', color: 'blue' },
  shipped: { text: 'order.shipped', color: 'indigo' },
  delivered: { text: 'order.delivered', color: 'teal' },
  returned: { text: 'order.returned', color: 'orange' },
  cancelled: { text: 'order.cancelled', color: 'red' },
};

export const orderStatusText = (status: OrderRow['status']): TextId => looks[status].text;

export function OrderCard({ order, isAboutThis }: { order: OrderRow; isAboutThis: boolean }) {
  const text = useText();
  const money = (minor: number) =>
    new Intl.NumberFormat(text.locale, { style: 'currency', currency: order.currency }).format(minor / 100);
  const day = new Intl.DateTimeFormat(text.locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(
    order.placedAt,
  );
  const { text: status, color } = looks[order.status];
  return (
    <Paper withBorder p={10} className={classes['order'] ?? ''} data-about={isAboutThis || undefined}>
      <Group justify="space-between" wrap="nowrap" gap={8}>
        <Text size="xs" fw={650} className={classes['selectable'] ?? ''}>
          #{order.number}
        </Text>
        <Badge size="xs" variant="light" color={color} tt="none">
          {text(status)}
        </Badge>
      </Group>
      {order.items.map((item, index) => (
        <Group key={index} justify="space-between" wrap="nowrap" gap={8} mt={4}>
          <Text size="xs" lineClamp={2}>
            {item.quantity > 1 && `${String(item.quantity)} × `}
            {item.title}
          </Text>
          <Text size="xs" className={classes['money'] ?? ''}>
            {money(item.priceMinor * item.quantity)}
          </Text>
        </Group>
      ))}
      <Group justify="space-between" wrap="nowrap" mt={4}>
        <Text size="xs" c="dimmed">
          {day}
        </Text>
        <Text size="xs" fw={600} className={classes['money'] ?? ''}>
          {money(order.totalMinor)}
        </Text>
      </Group>
      {order.trackingNumber !== undefined && (
        <Text size="xs" c="dimmed" mt={2} className={classes['selectable'] ?? ''}>
          {[order.carrier, order.trackingNumber].filter(Boolean).join(' · ')}
        </Text>
      )}
    </Paper>
  );
}
