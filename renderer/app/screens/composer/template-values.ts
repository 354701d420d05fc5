// What is known for the fields of a canned reply: customer, order, shop and agent.
import type { ConversationRow } from '../../../database/rows.ts';
import type { TemplateValues } from '../../../../shared/language/fill-template.ts';
import { firstNameOf } from '../../../../shared/language/names.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import type { Settings } from '../../../../shared/model/settings.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { orderDays } from '../../../../shared/service/loyalty.ts';
import type { CustomerCard } from '../../reads/use-customer.ts';
import { greetingNameOf } from '../customer/addressing.ts';

/** Fields without a value here stay open, for the person to fill. @param now epoch ms: orders count up to then */
export function templateValues(
  conversation: ConversationRow,
  card: CustomerCard | null,
  settings: Settings,
  language: Language,
  now: number,
): TemplateValues {
  const order =
    card?.orders.find(({ number }) => number === conversation.orderNumber) ??
    // an order is taken without being named only when there is no other it could be
    (conversation.orderNumber === undefined && card?.orders.length === 1 ? card.orders[0] : undefined);
  const agent = currentAgent(settings);
  const { shop } = settings;
  const [item] = order?.items ?? [];
  return {
    // As the shop calls them, which may be a vocative that no rule finds.
    'customer.firstName': card
      ? { verbatim: greetingNameOf(card.customer, language) }
      : firstNameOf(conversation.customerName, language),
    'customer.name':
      card?.customer.profile?.name ??
      (conversation.customerName.includes('@') ? null : conversation.customerName || null),
    'customer.since': card?.firstContactAt === undefined ? null : { date: isoDay(card.firstContactAt) },
    'order.number': order?.number ?? conversation.orderNumber ?? null,
    'order.count': card ? orderDays(card.orders, now, settings.businessHours.timeZone).length || null : null,
    'product.name': order?.items.length === 1 ? (item?.title ?? null) : null,
    'product.price':
      order?.items.length === 1 && item ? { amountMinor: item.priceMinor, currency: order.currency } : null,
    'carrier.name': order?.carrier ?? null,
    'order.tracking': order?.trackingNumber ?? null,
    'tracking.number': order?.trackingNumber ?? null,
    'shop.name': shop.name || null,
    'shop.website': shop.website || null,
    'order.date': order ? { date: isoDay(order.placedAt) } : null,
    'order.total': order ? { amountMinor: order.totalMinor, currency: order.currency } : null,
    'shop.phone': shop.phone || null,
    'shop.address': shop.address || null,
    'shop.returnAddress': shop.returnAddress || shop.address || null,
    'shop.legalName': shop.legalName || null,
    'shop.taxOffice': shop.taxOffice || null,
    'shop.taxNumber': shop.taxNumber || null,
    'shop.bankAccount': shop.bankAccount || null,
    'shop.range': shop.range[language] || null,
    'agent.name': agent.name || null,
    'agent.role': agent.role || null,
  };
}

function isoDay(at: number): string {
  const day = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
