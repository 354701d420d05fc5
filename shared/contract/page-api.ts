// Door main → page: what happened outside the page.
import * as z from 'zod';
import { connectionStepSchema } from '../model/discovery.ts';
import { exportJobSchema } from '../model/export.ts';
import { conversationIdSchema } from '../model/ids.ts';
import { addressSchema } from '../model/message.ts';
import { call } from '../rpc.ts';
import { appStateSchema } from './main-api.ts';

/** Commands of the application menu and tray; their keys are the same as inside the page. */
export const menuCommandSchema = z.enum([
  'new-mail',
  'open-settings',
  'open-accounts',
  'find',
  'palette',
  'shortcuts',
  'help',
  'tour',
  'whats-new',
  'diagnostics',
  'reply',
  'close-conversation',
  'snooze',
  'replies',
  'agents',
  'sync-now',
  'export',
  'import',
  'open-export',
]);
export type MenuCommand = z.infer<typeof menuCommandSchema>;

export const pageEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('state'), state: appStateSchema }),
  z.strictObject({ kind: z.literal('open-conversation'), conversationId: conversationIdSchema }),
  z.strictObject({ kind: z.literal('command'), command: menuCommandSchema }),
  /** A mailto: link was opened somewhere else. */
  z.strictObject({
    kind: z.literal('write'),
    mail: z.strictObject({
      to: z.array(addressSchema),
      cc: z.array(addressSchema),
      subject: z.string(),
      text: z.string(),
    }),
  }),
  /** Mail files were opened somewhere else, so many wait now: `readImport` of what was `opened` looks into all of them. */
  z.strictObject({ kind: z.literal('mail-files'), count: z.number() }),
  /** A link inside a mail was clicked; nothing was opened yet. */
  z.strictObject({ kind: z.literal('link'), url: z.string() }),
  /** Messages of an import read so far. */
  z.strictObject({ kind: z.literal('import'), doneMessages: z.number() }),
  /** How much of a backup is packed or unpacked. */
  z.strictObject({ kind: z.literal('backup'), percent: z.number() }),
  z.strictObject({ kind: z.literal('export'), job: exportJobSchema }),
  z.strictObject({ kind: z.literal('test-step'), testId: z.string(), step: connectionStepSchema }),
]);
export type PageEvent = z.infer<typeof pageEventSchema>;

export const pageApi = { announce: call(pageEventSchema, z.null()) };
