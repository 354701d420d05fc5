// What a mail that a marketplace sent or passed on says of itself, and what may be done with it.
import * as z from 'zod';
import { channelSchema } from './ids.ts';

export const relaySchema = z.strictObject({
  marketplace: channelSchema,
  /** The marketplace's own name, the same in every language. */
  label: z.string().max(100),
  /** The receiving server proved that the marketplace's domain sent it. Nothing is read out of a mail that is not verified. */
  isVerified: z.boolean(),
  /** `mail`: an answer by e-mail reaches the buyer. `page`: it is answered on the marketplace's page only. */
  answer: z.enum(['mail', 'page']),
  /** Where it is answered; https, made by Defter and never copied from the mail. */
  pageUrl: z.string().max(500).optional(),
  /** The address in the From line, where the message is shown as coming from the buyer. */
  sender: z.string().max(1000),
  /** A mark of the marketplace that the answer must carry in its quoted part. */
  replyToken: z.string().max(300).optional(),
  /** The article that it is about, in the marketplace's words. */
  article: z.string().max(500).optional(),
});
export type Relay = z.infer<typeof relaySchema>;
