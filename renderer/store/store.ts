// The store at work: what every part of it is handed, and the little state that is kept outside the database.
import type { journalApi } from '../../shared/contract/journal-api.ts';
import type { syncApi } from '../../shared/contract/sync-api.ts';
import type { ConversationId, CustomerId } from '../../shared/model/ids.ts';
import type { Client } from '../../shared/rpc.ts';
import type { ErasedPeople } from '../../shared/service/erased-people.ts';
import type { ConversationRow, MessageRow } from '../database/rows.ts';
import type { Database } from '../database/schema.ts';
import type { MutationQueue } from './work/mutation-queue.ts';
import type { StoreDeps } from './store-deps.ts';
import type { Progress } from './work/progress.ts';
import type { RecentWork } from './work/recent-rows.ts';
import type { WrittenKeys } from './work/written-keys.ts';

export interface Store {
  readonly database: Database;
  readonly deps: StoreDeps;
  readonly journal: Client<typeof journalApi>;
  readonly queue: MutationQueue;
  readonly progress: Progress;
  /** Random name of this database's life. */
  readonly epoch: string;
  /** Opened to be read: a person's commands that change it are refused. What mail brings is written all the same. */
  readonly isReadOnly: boolean;
  /** Sync's present end; null while it is away. */
  sync: Client<typeof syncApi> | null;
  /** Names sync's present life: claims of another one are void. */
  syncEpoch: string;
  /** Number of the last journal record that the database holds. */
  appliedSeq: number;
  /** The next message's local number. */
  nextN: number;
  /** Whether journal records wait for their messages: spares a look-up per batch. */
  hasWaiting: boolean;
  /** Keys of the tables that a first fetch looks most into. */
  readonly written: Readonly<Record<'messages' | 'places' | 'threadIds' | 'customers', WrittenKeys>>;
  /** Rows as the last batch of a first fetch left them. */
  readonly recent: RecentWork;
  /** Conversations that shop data was given before their mail came: no key of a message leads to them yet. */
  readonly keyless: Set<ConversationId>;
  /** Customers that are the same person as another: to whom what is theirs goes. */
  readonly aliases: Map<CustomerId, CustomerId>;
  /** Whose older mail stays away. */
  readonly erased: ErasedPeople;
  /** Messages that the last sentinel speaks of. */
  sentinelCount: number;
  /** The last journal record that it speaks of. */
  sentinelSeq: number;
  /**
   * Called with what a change does to the texts that search finds, while the browser writes it to disk: time for preparing. What they answer
   * is called once it is written.
   */
  readonly whileWriting: ((change: TextChange) => () => void)[];
}

/** What a change does to the texts that search finds. */
export interface TextChange {
  texts: { row: MessageRow; text: string }[];
  /** The conversations of these messages. */
  conversations: ReadonlyMap<string, ConversationRow>;
  /** Numbers of messages that went. */
  removed: number[];
}
