// What a connector says of itself: plain data from which forms, limits and labels are drawn.
import * as z from 'zod';
import { errorCodes } from '../errors.ts';
import { fileLimitsSchema } from './file-limits.ts';
import { channelSchema } from './ids.ts';

/** A sentence that belongs to one connector, in every language of the app. */
export const localTextSchema = z.strictObject({
  en: z.string().min(1).max(4000),
  tr: z.string().min(1).max(4000),
  el: z.string().min(1).max(4000),
});
export type LocalText = z.infer<typeof localTextSchema>;

/** One thing that the set-up form asks for. Secrets are kept apart from the account, everything else in `account.fields`. */
export const accountFieldSchema = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  /** url: an https address that is checked; choice: one of `choices`. */
  kind: z.enum(['text', 'secret', 'url', 'choice']),
  label: localTextSchema,
  /** Where it is found, or what it is for. */
  help: localTextSchema.optional(),
  placeholder: z.string().max(200).optional(),
  isRequired: z.boolean(),
  /** Regular expression for the whole value (flag u). */
  pattern: z.string().max(300).optional(),
  choices: z.array(z.strictObject({ value: z.string().max(200), label: localTextSchema })).optional(),
  /** What the form starts with. */
  initial: z.string().max(500).optional(),
  /** Shown, and obeyed, only where developer settings are on. */
  isForDevelopers: z.boolean().optional(),
});
export type AccountField = z.infer<typeof accountFieldSchema>;

/** The account field by which tests and sandboxes replace a connector's own address; only with developer settings. */
export const baseUrlField = 'baseUrl';

export const capabilitiesSchema = z.strictObject({
  read: z.boolean(),
  reply: z.boolean(),
  attachmentsIn: z.boolean(),
  orders: z.boolean(),
  reviews: z.boolean(),
  /** The marketplace wants an answer by a certain time. */
  deadline: z.boolean(),
  /** An answer that was accepted can be refused later. */
  moderated: z.boolean(),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

/** What a shop owner reads while setting an account up. */
export const setUpGuideSchema = z.strictObject({
  /** What to do, in order, before the form can be filled in. */
  steps: z.array(localTextSchema).max(12),
  /** Where the keys are found; https. */
  keysUrl: z.string().max(500).optional(),
  /** Page on which the person lets Defter in; https, with `{field}` for values of the form. */
  signInUrl: z.string().max(1000).optional(),
  /** A request to the marketplace's support, to be copied. */
  request: localTextSchema.optional(),
  /** What this marketplace's API does not let Defter do. */
  cannotDo: z.array(localTextSchema).max(12),
  /** What to do about a failed test, where this marketplace has its own reasons. */
  advice: z.partialRecord(z.enum(errorCodes), localTextSchema),
});
export type SetUpGuide = z.infer<typeof setUpGuideSchema>;

export const manifestSchema = z.strictObject({
  id: channelSchema,
  /** A proper name, the same in every language; `email` is translated by the app. */
  label: z.string(),
  /** Name of an icon in renderer/app/ui/channel-icon.tsx; unknown names get a neutral one. */
  icon: z.string(),
  capabilities: capabilitiesSchema,
  /** Rich text in replies; else plain text. */
  canFormat: z.boolean(),
  /** Whether the shop can write first: a new mail. Absent: only answers. */
  canStart: z.boolean().optional(),
  /** Files that a reply can carry; absent: none. */
  outgoingFiles: fileLimitsSchema.optional(),
  /** Shortest and longest reply in characters; absent: no limit. */
  minReplyChars: z.number().int().positive().optional(),
  maxReplyChars: z.number().int().positive().optional(),
  /** The engine asks this often where the connector cannot watch. */
  pollEveryMs: z.number().int().positive(),
  /** Whether an account of it can be added by a person. */
  isOffered: z.boolean(),
  /** Not offered to others: what it waits for, its makers alone can get. */
  isForDevelopers: z.boolean().optional(),
  /** Built from second-hand sources, or not yet tried against the real thing. */
  isBeta: z.boolean().optional(),
  /** What the set-up form asks; empty: the connector has a form of its own (e-mail) or none. */
  accountFields: z.array(accountFieldSchema).max(20),
  /** The field that tells accounts of this channel apart; its value becomes `account.address`. Absent: the address is the label. */
  addressField: z.string().optional(),
  guide: setUpGuideSchema,
  /** Where the shop works by hand on this marketplace; https. */
  panelUrl: z.string().max(500).optional(),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A guide for connectors that need none. */
export const noGuide: SetUpGuide = { steps: [], cannotDo: [], advice: {} };
