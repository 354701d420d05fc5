// One batch on its way into the store: the work, and what is put off to the batch's end.
import type { AccountId, Channel, ConversationId, MessageId } from '../../../shared/model/ids.ts';
import type { Batch } from '../../../shared/model/item.ts';
import type { IncomingMessage } from '../../../shared/model/message.ts';
import type { Arrival } from '../../database/rows.ts';
import type { ThreadKeys } from './thread-keys.ts';
import type { WorkSet } from '../work/work-set.ts';

export interface BatchWork {
  readonly work: WorkSet;
  readonly accountId: AccountId;
  readonly channel: Channel;
  readonly phase: Batch['phase'];
  /** Messages that lost a placement: those left without any go at the end, so that a move inside the batch harms nothing. */
  readonly unplaced: Set<MessageId>;
  /** Conversations whose summary has to be made anew from their messages. */
  readonly stale: Set<ConversationId>;
  /** Messages met in this batch, new or not: journal records may wait for them. */
  readonly met: Set<MessageId>;
  /** Messages that records were waiting for: the shop knew them, they are no news. */
  readonly awaited: Set<MessageId>;
  /** Conversations that news moved out of the folder that the shop had put them in: that becomes a decision of its own. */
  readonly moved: Set<ConversationId>;
  /** Messages that were not here before. */
  readonly added: Set<MessageId>;
  /** Answers of ours that the marketplace has refused since the shop last looked. */
  readonly refused: Set<MessageId>;
  /** Of every message, made once. */
  readonly keys: Map<IncomingMessage, ThreadKeys>;
  readonly arrivals: Omit<Arrival, 'customerName'>[];
}
