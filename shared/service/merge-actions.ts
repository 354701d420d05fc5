// What is done when a reply made of several canned replies is sent.
import type { ReplyActions } from '../model/canned-reply.ts';

const maxTags = 10;

/** All tags; closing goes before snoozing; the sooner of two times. It stays open only where nothing in it is more than an acknowledgement. */
export function mergeActions(all: readonly (ReplyActions | undefined)[]): ReplyActions {
  const given = all.filter((each) => each !== undefined);
  const addTags = [...new Set(given.flatMap((each) => each.addTags ?? []))].slice(0, maxTags);
  const closes = given.some(({ then }) => then === 'close');
  const snoozes = given.filter(({ then }) => then === 'snooze');
  const soonest = (days: readonly (number | undefined)[]): number | undefined => {
    const known = days.filter((each) => each !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
  };
  const staysOpen = all.length > 0 && all.every((each) => each?.then === 'open');
  const followUpDays = soonest(given.map((each) => each.followUpDays));
  const snoozeDays = soonest(snoozes.map((each) => each.snoozeDays)) ?? 1;
  return {
    ...(addTags.length === 0 ? {} : { addTags }),
    ...(closes ? { then: 'close' as const } : snoozes.length > 0 ? { then: 'snooze' as const, snoozeDays } : {}),
    ...(staysOpen ? { then: 'open' as const } : {}),
    ...(followUpDays === undefined ? {} : { followUpDays }),
  };
}

/** Nothing is to be done. */
export const isNoAction = ({ addTags = [], then, followUpDays }: ReplyActions): boolean =>
  addTags.length === 0 && then === undefined && followUpDays === undefined;
