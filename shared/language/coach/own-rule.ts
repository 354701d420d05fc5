// How the shop's own rules are written; apart from the built-in rules, so that settings can hold them without loading those.
import * as z from 'zod';
import { coachCategorySchema, severitySchema } from './rule-format.ts';

const sentence = z.string().trim().min(1).max(500);

/** A rule that the shop wrote itself. Its patterns are those of `rule-format.ts`; plain words and phrases are patterns, too. */
export const ownRuleSchema = z.strictObject({
  id: z.string().regex(/^own-[a-z0-9-]{1,60}$/),
  lang: z.enum(['en', 'tr', 'el']),
  category: coachCategorySchema,
  severity: severitySchema,
  match: z.array(z.string().trim().min(1).max(200)).min(1).max(50),
  unless: z.array(z.string().trim().min(1).max(200)).max(50),
  examplesMatch: z.array(sentence).min(1).max(20),
  examplesNoMatch: z.array(sentence).max(20),
  suggestions: z.array(sentence).min(1).max(10),
  explanation: z.string().trim().max(500),
});
export type OwnRule = z.infer<typeof ownRuleSchema>;
