// Puts mails into conversations one by one, as they arrive: the plain meaning of "connected by any id".
import { threadIdsOf, type ThreadHeaders } from '../../../shared/mail/threading.ts';

/** The own ids of each conversation, sorted. Mails are taken one by one, and sets that turn out to be one are merged. */
export function conversationsOf(mails: ThreadHeaders[]): string[][] {
  let sets: Set<string>[] = [];
  for (const mail of mails) {
    const found = threadIdsOf(mail);
    const touched = sets.filter((set) => found.some((id) => set.has(id)));
    sets = [
      ...sets.filter((set) => !touched.includes(set)),
      new Set([...touched.flatMap((set) => [...set]), ...found]),
    ];
  }
  const own = new Set(mails.map(({ rfcMessageId }) => rfcMessageId as string));
  return sets.map((set) => [...set].filter((id) => own.has(id)).sort()).sort();
}
