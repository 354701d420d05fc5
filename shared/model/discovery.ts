// What is found out about a mail provider, and what a connection test tells.
import * as z from 'zod';
import { errorDataSchema } from '../errors.ts';
import { emailServersSchema } from './account.ts';

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
});
export type DiscoveryResult = z.infer<typeof discoveryResultSchema>;

export const connectionStepSchema = z.strictObject({
  server: z.enum(['imap', 'smtp']),
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
