// The tags that several conversations have in common, live.
import type { ConversationId } from '../../../shared/model/ids.ts';
import { readConversations } from './use-conversation.ts';
import { useLive } from './live.ts';

/** Undefined until they were read. */
export function useSharedTags(ids: readonly ConversationId[]): string[] | undefined {
  return useLive(`shared-tags/${ids.join('/')}`, async () => {
    const [first, ...others] = await readConversations(ids);
    return (first?.tags ?? []).filter((tag) => others.every((row) => row.tags.includes(tag)));
  });
}
