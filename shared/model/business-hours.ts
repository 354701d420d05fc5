// When the shop is open: the week's pattern and the dates that differ.
import * as z from 'zod';

/** Minutes after midnight by the shop's wall clock. */
export const openSpanSchema = z
  .strictObject({ fromMinute: z.number().int().min(0).max(1439), toMinute: z.number().int().min(1).max(1440) })
  .refine(({ fromMinute, toMinute }) => toMinute > fromMinute, 'closes before it opens');
export type OpenSpan = z.infer<typeof openSpanSchema>;

const weekday: OpenSpan[] = [{ fromMinute: 540, toMinute: 1080 }];

export const businessHoursSchema = z.strictObject({
  /** IANA name; '' is the system's own. */
  timeZone: z.string().max(100).default(''),
  /** Monday first; an empty day is closed. */
  week: z
    .array(z.array(openSpanSchema).max(4))
    .length(7)
    .default([weekday, weekday, weekday, weekday, weekday, [{ fromMinute: 600, toMinute: 840 }], []]),
  /** Holidays and half days, by local date; they take the place of the weekday's hours. */
  exceptions: z
    .array(
      z.strictObject({
        date: z.iso.date(),
        open: z.array(openSpanSchema).max(4),
        label: z.string().max(100).optional(),
      }),
    )
    .max(400)
    .default([]),
});
export type BusinessHours = z.infer<typeof businessHoursSchema>;
