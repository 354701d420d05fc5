// Settings of the app and the shop, kept by main; the schema is also the default.
import * as z from 'zod';
import { ownRuleSchema } from '../language/coach/own-rule.ts';
import { businessHoursSchema } from './business-hours.ts';
import { languageSchema } from './ids.ts';
import { practiceResultSchema } from './practice.ts';
import { agentSchema, firstAgent, shopCardSchema, voiceSchema } from './shop.ts';

/** Acknowledging by itself, and how soon a person answers after it (in minutes while the shop is open). */
const acknowledgementSchema = z.strictObject({
  isOn: z.boolean().default(false),
  answerWithinMinutes: z.number().int().min(15).max(6000).default(120),
});

/**
 * The coach is part of the shop's voice, which is kept in the settings: small, whole, wanted at once by every reply, and changed in one
 * place only. What is dismissed in a single reply is not kept.
 */
const coachSettingsSchema = z.strictObject({
  isOn: z.boolean().default(true),
  /** Rules that this shop does not want to hear. */
  mutedRules: z.array(z.string().max(100)).max(2000).default([]),
  ownRules: z.array(ownRuleSchema).max(200).default([]),
});
export type CoachPreferences = z.infer<typeof coachSettingsSchema>;

export const settingsSchema = z.strictObject({
  language: z.union([z.literal('system'), languageSchema]).default('system'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** How long a reply can be taken back after Send. */
  undoWindowMs: z.number().int().min(0).max(60_000).default(10_000),
  /** Closing the window keeps Defter in the tray, still receiving. */
  staysInTray: z.boolean().default(true),
  notifies: z.boolean().default(true),
  /** The tour was taken or declined. */
  isTourDone: z.boolean().default(false),
  /** Looks for newer versions by itself, where the package names a place for them. */
  looksForUpdates: z.boolean().default(true),
  /** Checks spelling in these; empty: off. */
  spellLanguages: z.array(languageSchema).default([]),
  shop: shopCardSchema.prefault({}),
  voice: voiceSchema.prefault({}),
  agents: z.array(agentSchema).min(1).max(50).default([firstAgent]),
  /** Who answers now; see `currentAgent`. */
  agentId: z.string().max(100).default(firstAgent.id),
  coach: coachSettingsSchema.prefault({}),
  /** Of the week's sets; see `withResult`. */
  practice: z.array(practiceResultSchema).max(500).default([]),
  businessHours: businessHoursSchema.prefault({}),
  acknowledgement: acknowledgementSchema.prefault({}),
  /** Closed conversations go when they have rested for so many months (0: never), unless they bear one of the tags. */
  retention: z
    .strictObject({ closedMonths: z.number().int().min(0).max(240), keepTags: z.array(z.string().max(60)).max(30) })
    .default({ closedMonths: 0, keepTags: [] }),
  /** Senders whose remote pictures are shown without asking. */
  pictureSenders: z.array(z.string()).max(5000).default([]),
});
export type Settings = z.infer<typeof settingsSchema>;

/** A change: only what is named. */
export const settingsPatchSchema = z.strictObject({
  language: settingsSchema.shape.language.unwrap().optional(),
  theme: settingsSchema.shape.theme.unwrap().optional(),
  undoWindowMs: settingsSchema.shape.undoWindowMs.unwrap().optional(),
  staysInTray: z.boolean().optional(),
  notifies: z.boolean().optional(),
  isTourDone: z.boolean().optional(),
  looksForUpdates: z.boolean().optional(),
  spellLanguages: z.array(languageSchema).optional(),
  shop: settingsSchema.shape.shop.unwrap().optional(),
  voice: settingsSchema.shape.voice.unwrap().optional(),
  agents: settingsSchema.shape.agents.unwrap().optional(),
  agentId: settingsSchema.shape.agentId.unwrap().optional(),
  coach: coachSettingsSchema.optional(),
  practice: settingsSchema.shape.practice.unwrap().optional(),
  businessHours: businessHoursSchema.optional(),
  acknowledgement: acknowledgementSchema.optional(),
  retention: settingsSchema.shape.retention.unwrap().optional(),
  pictureSenders: z.array(z.string()).max(5000).optional(),
});
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
