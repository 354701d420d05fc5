// What the fields of a canned reply are given: the customer as the shop calls them, and orders that count.
import { expect, it } from 'vitest';
import { fillTemplate } from '../../../shared/language/fill-template.ts';
import type { CustomerProfile } from '../../../shared/model/customer-data.ts';
import type { CustomerId } from '../../../shared/model/ids.ts';
import { settingsSchema } from '../../../shared/model/settings.ts';
import { templateValues } from '../../../renderer/app/screens/composer/template-values.ts';
import type { ConversationRow, OrderRow } from '../../../renderer/database/rows.ts';

const now = Date.parse('2026-03-02T10:00:00Z');
const conversation = { customerName: 'Γιώργος Παππάς' } as ConversationRow;
const order = (number: string, placedAt: string, status: OrderRow['status']) =>
  ({
    number,
    placedAt: Date.parse(placedAt),
    status,
    items: [],
    totalMinor: 100,
    currency: 'EUR',
  }) as unknown as OrderRow;

function filled(body: string, profile: CustomerProfile, orders: OrderRow[] = []): string {
  const customer = { id: 'email:a@b.example' as CustomerId, name: 'Γιώργος Παππάς', profile } as never;
  const card = { customer, firstContactAt: now, orders, conversations: [], notes: [], promises: [], touchpoints: [] };
  const values = templateValues(conversation, card, settingsSchema.parse({}), 'el', now);
  return fillTemplate(body, values, 'el', '2026-03-02').text;
}

const greeting = 'Γεια σας {{customer.firstName}},';

it('greets as the shop calls the customer: their vocative, else that of the name they like, else of their own', () => {
  expect(filled(greeting, {})).toBe('Γεια σας Γιώργο,');
  expect(filled(greeting, { preferredName: 'Μάριος' })).toBe('Γεια σας Μάριε,');
  expect(filled(greeting, { preferredName: 'Γιώργης', vocative: 'Γιωργάκη' })).toBe('Γεια σας Γιωργάκη,');
  expect(filled(greeting, { name: 'Νίκος Παππάς' })).toBe('Γεια σας Νίκο,');
});

it('counts the orders that count', () => {
  const orders = [
    order('1', '2026-01-05T10:00:00Z', 'delivered'),
    order('2', '2026-01-05T12:00:00Z', 'delivered'),
    order('3', '2026-02-01T10:00:00Z', 'cancelled'),
    order('4', '2026-02-20T10:00:00Z', 'delivered'),
  ];
  expect(filled('Η {{order.count}} παραγγελία σας.', {}, orders)).toBe('Η 2η παραγγελία σας.');
});
