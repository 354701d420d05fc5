// Trendyol's complaints: four shapes of the same thing, and the sentences that mean more than "no".
import * as z from 'zod';

const complaintSchema = z.object({
  message: z.string().nullish(),
  key: z.string().nullish(),
  code: z.string().nullish(),
});
const errorsSchema = z.object({
  errors: z.array(z.union([z.string(), complaintSchema])).nullish(),
  exception: z.string().nullish(),
  message: z.string().nullish(),
});
const bodySchema = errorsSchema.extend({ body: errorsSchema.nullish() });

/** The words of `{errors:[{message}]}`, `{errors:["text"]}`, `{exception}` and `{body:{errors}}`; undefined for anything else. */
export function errorWords(body: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined; // empty or a page of HTML
  }
  const parsed = bodySchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const errors = data.errors ?? data.body?.errors ?? [];
  const words = errors.map((error) =>
    typeof error === 'string' ? error : (error.message ?? error.key ?? error.code ?? ''),
  );
  return (
    words.filter((word) => word !== '').join(' ') ||
    (data.message ?? data.exception ?? data.body?.exception ?? undefined)
  );
}

/** "This question was answered before": documented word for word; its HTTP status is not. */
export function saysAnswered(words: string): boolean {
  return /daha önce cevapland/iu.test(words.normalize('NFC'));
}
