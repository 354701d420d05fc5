// What is found out about a mail provider, and what a connection test tells.
import * as z from 'zod';
import { errorDataSchema } from '../errors.ts';
import { accountFieldsSchema, emailServersSchema, mailSignInProviderSchema } from './account.ts';
import { accountIdSchema, channelSchema } from './ids.ts';
import { secretsSchema } from './secrets.ts';

/** What the person should know before trying; the screens hold the sentences. */
export const providerHintSchema = z.enum(['app-password', 'oauth-only', 'bridge', 'enable-imap']);
export type ProviderHint = z.infer<typeof providerHintSchema>;

export const discoveryResultSchema = z.strictObject({
  servers: emailServersSchema,
  /** From best to least certain. */
  source: z.enum(['known', 'autoconfig', 'srv', 'mx', 'guess']),
  provider: z.string().optional(),
  hint: providerHintSchema.optional(),
  helpUrl: z.string().optional(),
  /** Whose page people may sign in on there. */
  signIn: mailSignInProviderSchema.optional(),
});
export type DiscoveryResult = z.infer<typeof discoveryResultSchema>;

/** What a person filled in, to be tried. With `accountId`, secrets that are left out are those that are kept of it. */
export const connectionQuestionSchema = z.strictObject({
  channel: channelSchema,
  accountId: accountIdSchema.optional(),
  address: z.string().max(320),
  servers: emailServersSchema.optional(),
  fields: accountFieldsSchema,
  secrets: secretsSchema,
  /** Of a sign-in that was made for this: main adds the tokens it keeps of it. */
  signInId: z.string().max(60).optional(),
});
export type ConnectionQuestionData = z.infer<typeof connectionQuestionSchema>;

export const connectionStepSchema = z.strictObject({
  /** api: a marketplace, with the steps connect, login and use. */
  server: z.enum(['imap', 'smtp', 'api']),
  step: z.enum(['dns', 'connect', 'tls', 'greeting', 'login', 'use']),
  result: z.enum(['ok', 'failed', 'skipped']),
  tookMs: z.number(),
  /**
   * For `tls-untrusted`, detail has: reason ('self-signed' | 'expired' | 'wrong-host' | 'unknown-issuer' | 'no-starttls' | 'old-tls'),
   * fingerprint (SHA-256), subject, issuer.
   */
  error: errorDataSchema.optional(),
});
export type ConnectionStep = z.infer<typeof connectionStepSchema>;

export const connectionReportSchema = z.strictObject({
  isOk: z.boolean(),
  steps: z.array(connectionStepSchema),
});
export type ConnectionReport = z.infer<typeof connectionReportSchema>;
