// The fields a canned reply can have: what kind of thing each stands for, and who fills it.

export type FieldType = 'text' | 'date' | 'time' | 'number' | 'money' | 'url';
export type FieldGroup = 'customer' | 'order' | 'shop' | 'ask';

export interface TemplateFieldKind {
  name: string;
  type: FieldType;
  /** `ask`: filled by the person while writing; the others by what is known. */
  group: FieldGroup;
}

const table: Readonly<Record<FieldGroup, Readonly<Partial<Record<FieldType, string>>>>> = {
  customer: { text: 'customer.firstName customer.name', date: 'customer.since' },
  order: {
    text: 'order.number order.tracking product.name carrier.name',
    number: 'order.count',
    money: 'product.price order.total',
    date: 'order.date',
  },
  shop: {
    text: 'agent.name agent.role shop.name shop.phone shop.address shop.returnAddress shop.legalName shop.taxOffice shop.taxNumber shop.bankAccount shop.range',
    url: 'shop.website',
  },
  ask: {
    date: 'date date.update date.to deadline warranty.until privacy.deadline',
    time: 'time reply.time',
    number: 'days minutes quantity review.stars',
    money: 'amount',
    url: 'tracking.url product.url return.url payment.url invoice.url survey.url guide.url',
    text:
      'topic answer reason next.step done.step solution remedy what.happened change action customer.action fact item benefit feedback ' +
      'review.detail holiday compensation offer gift price.includes refund.reference return.code size size.table address ' +
      'product.alternative product.part product.previous branch.name step.1 step.2 step.3 colleague.name colleague.role',
  },
};

/** Every field that has a name in three languages, in the order in which they are offered. */
export const templateFields: readonly TemplateFieldKind[] = (Object.keys(table) as FieldGroup[]).flatMap((group) =>
  Object.entries(table[group]).flatMap(([type, names]) =>
    names.split(' ').map((name) => ({ name, type: type as FieldType, group })),
  ),
);

const byName = new Map(templateFields.map((field) => [field.name, field]));

/** What is known of a field; undefined for one that a shop made up itself. */
export const templateField = (name: string): TemplateFieldKind | undefined => byName.get(name);

const factField = /^fact\.([a-z][a-z0-9_]*)$/;

/** The key of the fact that a field stands for; null when it stands for none. */
export const factKeyOf = (name: string): string | null => factField.exec(name)?.[1] ?? null;

/** What was typed for a field, read as what the field stands for; text where it cannot be read as that. */
export function valueOfInput(name: string, input: string): string | number | { date: string } {
  const written = input.trim();
  const type = templateField(name)?.type;
  if (type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(written)) return { date: written };
  if (type === 'number' && /^\d{1,9}$/.test(written)) return Number(written);
  return written;
}
