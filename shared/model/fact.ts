// A fact of the shop: a price, a delivery time, a return period; written once, used in replies as {{fact.key}}.
import * as z from 'zod';
import { factIdSchema, instantSchema } from './ids.ts';

/** What stands behind `fact.` in a field. */
export const factKeySchema = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/);

export const factSchema = z.strictObject({
  id: factIdSchema,
  key: factKeySchema,
  label: z.string().min(1).max(200),
  kind: z.enum(['delivery', 'price', 'returns', 'stock', 'payment', 'offer', 'other']),
  /** The fact in each language it was written in. */
  texts: z.strictObject({
    en: z.string().max(2000).optional(),
    tr: z.string().max(2000).optional(),
    el: z.string().max(2000).optional(),
  }),
  /** When a person last said that it is still true (epoch ms). */
  checkedAt: instantSchema,
  /** Days after which it is to be looked at again. */
  freshDays: z.number().int().min(1).max(3650),
  /** Last day on which it holds (`YYYY-MM-DD`): offers end. */
  validUntil: z.iso.date().optional(),
});
export type Fact = z.infer<typeof factSchema>;
export type FactKind = Fact['kind'];

export const factChangeSchema = z.strictObject({ id: factIdSchema, fact: factSchema.nullable() });
export type FactChange = z.infer<typeof factChangeSchema>;
