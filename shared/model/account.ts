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

/** Whose page signs a person in to their mail, in place of a password. */
export const mailSignInProviderSchema = z.enum(['google', 'microsoft']);
export type MailSignInProvider = z.infer<typeof mailSignInProviderSchema>;

export const mailSignInSchema = z.strictObject({
  provider: mailSignInProviderSchema,
  /** Of a registration that the shop made itself; absent: Defter's own. Its secret, if it has one, is the account's `clientSecret`. */
  clientId: z.string().min(1).max(300).optional(),
  /** Another authorisation server with `/auth` and `/token`; only where developer settings are on. */
  address: z.string().max(500).optional(),
});
export type MailSignIn = z.infer<typeof mailSignInSchema>;

export const emailServersSchema = z.strictObject({
  userName: z.string().min(1).max(320),
  imap: serverSchema,
  smtp: serverSchema,
  /** Both servers are logged in to with tokens of this sign-in; absent: with a password. */
  signIn: mailSignInSchema.optional(),
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
