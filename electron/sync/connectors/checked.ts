// Checks what the other side says against a schema; what does not fit is its mistake or ours, and told with the place.
import * as z from 'zod';
import { AppError } from '../../../shared/errors.ts';

/** `bad-data` naming the first place that does not fit; never the value, which may be private. */
export function checked<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue === undefined ? '' : ` at ${issue.path.join('.') || 'the top'}: ${issue.code}`;
  throw new AppError('bad-data', `${what} has another shape than agreed${place}`);
}

/** An id on the wire: kept as text, whatever its size. */
export const idSchema = z.union([z.string().min(1), z.number()]).transform(String);

/** A time in ISO 8601, as epoch ms; `zone` counts where it names none: `Z`, `+03:00`. */
export const timeSchema = (zone: string) =>
  z.string().transform((value, context) => {
    const at = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(value) ? value : `${value}${zone}`);
    if (Number.isNaN(at)) context.addIssue({ code: 'custom', message: 'not a date' });
    return at;
  });

/** A cursor of ours, or the start where it is not one (of another version, damaged). */
export function cursorOf<S extends z.ZodType>(schema: S, cursor: string | null): z.output<S> | undefined {
  if (cursor === null) return undefined;
  try {
    const parsed = schema.safeParse(JSON.parse(cursor));
    return parsed.success ? parsed.data : undefined;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}
