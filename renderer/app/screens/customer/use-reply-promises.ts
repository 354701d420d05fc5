// What the reply in the editor promises, and which of it the person wants recorded.
import { useMemo, useState } from 'react';
import { promisesOf, type FoundPromise } from '../../../../shared/language/find-promises.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { useDesk } from '../../state/desk.ts';
import { useNow } from '../../ui/use-now.ts';

export interface ReplyPromises {
  found: readonly FoundPromise[];
  declined: ReadonlySet<string>;
  toggle(promise: FoundPromise): void;
  /** For the store, when the reply is sent. */
  confirmed(): { text: string; dueAt: number; author: string }[];
}

/** @param reply its plain text @param language of the conversation, where the reply is too short to tell */
export function useReplyPromises(reply: string, language: Language): ReplyPromises {
  const desk = useDesk();
  const now = useNow();
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set());
  const found = useMemo(() => {
    const { settings } = desk.app.get();
    return promisesOf(reply, language, now, settings.businessHours);
  }, [desk, reply, language, now]);
  return {
    found,
    declined,
    toggle: (promise) => {
      const next = new Set(declined);
      if (!next.delete(promise.text)) next.add(promise.text);
      setDeclined(next);
    },
    confirmed: () => {
      const author = currentAgent(desk.app.get().settings).name;
      return found
        .filter((promise) => !declined.has(promise.text))
        .map((promise) => ({ text: promise.text.slice(0, 1000), dueAt: promise.dueAt, author }));
    },
  };
}
