// An account: what is needed to reach one mailbox or one shop on a marketplace, except its secret.
import * as z from 'zod';
import { accountIdSchema, channelSchema, instantSchema } from './ids.ts';

/** `none` is taken only for 127.0.0.1 and localhost, and only where developer settings are on. */
export const serverSchema = z.strictObject({
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
  /** SHA-256 of a certificate that the person chose to trust for this account. */
  trustedFingerprint: z.string().optional(),
});
export type Server = z.infer<typeof serverSchema>;

export const emailServersSchema = z.strictObject({
  userName: z.string().min(1).max(320),
  imap: serverSchema,
  smtp: serverSchema,
});
export type EmailServers = z.infer<typeof emailServersSchema>;

/** Settings of an account by the ids of its manifest's fields; never a secret. */
export const accountFieldsSchema = z.record(z.string(), z.string().max(2000));

export const accountSchema = z.strictObject({
  id: accountIdSchema,
  /** The connector: `email`, `demo`, … */
  channel: channelSchema,
  /** Shown to the person: the address or the shop's name. */
  label: z.string().min(1).max(200),
  /** The shop's own address on this channel. */
  address: z.string().max(320),
  /** Name on outgoing mail. */
  senderName: z.string().max(200),
  /** Settings of an e-mail account. */
  email: emailServersSchema.optional(),
  /** Settings of other connectors, as their manifest's fields ask. */
  fields: accountFieldsSchema.optional(),
  createdAt: instantSchema,
});
export type Account = z.infer<typeof accountSchema>;
