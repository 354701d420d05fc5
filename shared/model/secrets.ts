// What an account needs and nobody may read: an e-mail password, a marketplace's keys, tokens; by the id of their field.
import * as z from 'zod';

export const secretsSchema = z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), z.string().min(1).max(16_000));
/** E-mail has `password`, or what a sign-in gave: `accessToken`, `accessUntil` (epoch ms), `refreshToken`. */
export type Secrets = z.infer<typeof secretsSchema>;
