// The shop's card, the voice it writes in, and the people who answer for it.
import * as z from 'zod';
import { channelSchema, languageSchema, type Channel, type Language } from './ids.ts';

/** One text per language; '' where the shop has not written one. */
const inEachLanguage = (maxLength: number) =>
  z
    .strictObject({
      en: z.string().max(maxLength).default(''),
      tr: z.string().max(maxLength).default(''),
      el: z.string().max(maxLength).default(''),
    })
    .prefault({});

/** The one place that signature, replies and out-of-office take the shop's data from. */
export const shopCardSchema = z.strictObject({
  name: z.string().max(200).default(''),
  website: z.string().max(300).default(''),
  phone: z.string().max(60).default(''),
  address: z.string().max(1000).default(''),
  /** Where returned goods go; '' means the address. */
  returnAddress: z.string().max(1000).default(''),
  /** As it stands on invoices. */
  legalName: z.string().max(300).default(''),
  taxOffice: z.string().max(200).default(''),
  taxNumber: z.string().max(60).default(''),
  bankAccount: z.string().max(60).default(''),
  /** What the shop sells, in a few words. */
  range: inEachLanguage(300),
});
export type ShopCard = z.infer<typeof shopCardSchema>;

/** A greeting or a sign-off; `channel` null is for every channel that has none of its own. */
export const voiceLineSchema = z.strictObject({
  language: languageSchema,
  channel: channelSchema.nullable(),
  text: z.string().max(1000),
});
export type VoiceLine = z.infer<typeof voiceLineSchema>;

/** A word the shop does not use, and what it says instead. */
export const wordChoiceSchema = z.strictObject({
  language: languageSchema,
  avoid: z.string().min(1).max(100),
  use: z.string().max(100),
});
export type WordChoice = z.infer<typeof wordChoiceSchema>;

export const formalitySchema = z.enum(['formal', 'informal']);
export type Formality = z.infer<typeof formalitySchema>;

export const voiceSchema = z.strictObject({
  /** How this shop sounds, in its own words: a reminder for everybody who writes. */
  tone: z.string().max(1000).default(''),
  emoji: z.enum(['as-written', 'none']).default('as-written'),
  /** siz or sen, πληθυντικός or ενικός. English has no such choice. */
  formality: z
    .strictObject({ tr: formalitySchema.default('formal'), el: formalitySchema.default('formal') })
    .prefault({}),
  greetings: z.array(voiceLineSchema).max(200).default([]),
  signOffs: z.array(voiceLineSchema).max(200).default([]),
  words: z.array(wordChoiceSchema).max(500).default([]),
});
export type Voice = z.infer<typeof voiceSchema>;

/** One of the people who answer on this computer. */
export const agentSchema = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().max(200),
  role: z.string().max(200).default(''),
  signature: z.string().max(5000).default(''),
});
export type Agent = z.infer<typeof agentSchema>;

/** The person of a shop that has named nobody. */
export const firstAgent: Agent = { id: 'agent-1', name: '', role: '', signature: '' };

/** Who answers now: the chosen one, else the first. */
export function currentAgent({ agents, agentId }: { agents: readonly Agent[]; agentId: string }): Agent {
  return agents.find(({ id }) => id === agentId) ?? agents[0] ?? firstAgent;
}

/** The greeting or sign-off for a language on a channel: the channel's own before the one for all; null where there is none. */
export function voiceLineFor(lines: readonly VoiceLine[], language: Language, channel: Channel | null): string | null {
  const own = lines.filter((line) => line.language === language && line.text.trim() !== '');
  const found =
    own.find((line) => line.channel !== null && line.channel === channel) ?? own.find((line) => line.channel === null);
  return found?.text ?? null;
}
