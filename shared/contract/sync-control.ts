// Doors between main and sync: accounts and tests one way, credentials the other.
import * as z from 'zod';
import { accountSchema } from '../model/account.ts';
import {
  connectionQuestionSchema,
  connectionReportSchema,
  connectionStepSchema,
  discoveryResultSchema,
} from '../model/discovery.ts';
import { accountIdSchema } from '../model/ids.ts';
import { secretsSchema } from '../model/secrets.ts';
import { call } from '../rpc.ts';

const nothing = z.null();

/** main → sync. */
export const syncControl = {
  /** The accounts to keep in step; those left out are stopped. */
  setAccounts: call(z.strictObject({ accounts: z.array(accountSchema) }), nothing),
  discoverServers: call(z.strictObject({ address: z.string().max(320) }), discoveryResultSchema.nullable()),
  testConnection: call(
    z.strictObject({ testId: z.string(), question: connectionQuestionSchema }),
    connectionReportSchema,
  ),
  cancelTest: call(z.strictObject({ testId: z.string() }), nothing),
  /** Up to 2 minutes, while a person signs in on the provider's page; the tokens. `returnWords` is what the browser says at the end. */
  signIn: call(z.strictObject({ question: connectionQuestionSchema, returnWords: z.string().max(300) }), secretsSchema),
  /** The machine woke up, or the network came or went: look again now. */
  networkChanged: call(z.strictObject({ isOnline: z.boolean() }), nothing),
  /** Finish what is in hand, close connections. */
  stop: call(z.strictObject({}), nothing),
};

/** sync → main. */
export const syncDesk = {
  /** For one connection, not to be kept. `auth-failed` when a person must give it first. */
  credentialOf: call(z.strictObject({ accountId: accountIdSchema }), secretsSchema),
  /** Tokens that the other side renewed; those left out stay. */
  keepSecrets: call(z.strictObject({ accountId: accountIdSchema, secrets: secretsSchema }), nothing),
  /** Tokens that were renewed while a sign-in without an account was tried; those left out stay. */
  keepSignIn: call(z.strictObject({ signInId: z.string().max(60), secrets: secretsSchema }), nothing),
  /** A page to sign in on, in the system's browser. `unsupported` when there is none. */
  openBrowser: call(z.strictObject({ url: z.string().max(10_000) }), nothing),
  testStep: call(z.strictObject({ testId: z.string(), step: connectionStepSchema }), nothing),
  log: call(z.strictObject({ level: z.enum(['info', 'warn', 'error']), message: z.string().max(4000) }), nothing),
};
