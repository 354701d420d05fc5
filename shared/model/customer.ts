// Customers and their orders as connectors deliver them.
import * as z from 'zod';
import { channelSchema, instantSchema, languageSchema } from './ids.ts';

/** How a customer is known on a channel: `email:ayse@shop.example`, `trendyol:12345`. Lower case. */
export const handleSchema = z.string().min(3).max(400);
export type Handle = z.infer<typeof handleSchema>;

export const incomingCustomerSchema = z.strictObject({
  handle: handleSchema,
  name: z.string(),
  language: languageSchema.optional(),
  city: z.string().optional(),
  since: instantSchema.optional(),
  /** What the channel has written down about them; a note of the shop's own wins. */
  note: z.string().optional(),
});
export type IncomingCustomer = z.infer<typeof incomingCustomerSchema>;

export const orderSchema = z.strictObject({
  number: z.string().min(1).max(100),
  channel: channelSchema,
  handle: handleSchema,
  placedAt: instantSchema,
  status: z.enum(['placed', 'paid', 'shipped', 'delivered', 'returned', 'cancelled']),
  /** In the currency's minor unit (kuruş, cent). */
  totalMinor: z.number().int(),
  currency: z.string().length(3),
  items: z.array(
    z.strictObject({ title: z.string(), quantity: z.number().int().positive(), priceMinor: z.number().int() }),
  ),
  carrier: z.string().optional(),
  trackingNumber: z.string().optional(),
});
export type Order = z.infer<typeof orderSchema>;
