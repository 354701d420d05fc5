// The demo shop: an offline connector with invented customers; what is sent goes nowhere and is answered all the same.
import { AppError, throwIfCancelled } from '../../../../shared/errors.ts';
import type { Item } from '../../../../shared/model/item.ts';
import type { Connector, ConnectorDeps, Pulled, Session } from '../connector.ts';
import { demoShop } from './content/all.ts';
import { demoAttachment } from './content/attachments.ts';
import type { DemoAttachmentKind, DemoLanguage } from './content/demo-content.ts';
import { demoRecords } from './content/customer-records.ts';
import { freezeDemoReply } from './freeze.ts';
import { demoManifest } from './manifest.ts';
import { recordItems } from './record-items.ts';
import { openShopLife, type ShopLife } from './shop-life.ts';
import { conversationItems, customerItems } from './to-items.ts';

/** The newest conversations come first, alone, so that the list stands at once. */
const firstConversations = 20;
/** Where a pull was stopped: after the newest conversations, or with all of them. */
const newestCursor = '{"seeded":false}';
const wholeCursor = '{"seeded":true}';
const attachmentKinds: readonly string[] = [
  'photo-vase',
  'photo-plate',
  'photo-box',
  'invoice-pdf',
] satisfies DemoAttachmentKind[];

const demoLanguages: readonly DemoLanguage[] = ['en', 'tr', 'el'];

let life: ShopLife | undefined;

export const demoConnector: Connector = {
  manifest: demoManifest,
  freeze: (account, content) => Promise.resolve(freezeDemoReply(account, content)),
  open: ({ fields }, deps) => {
    life ??= openShopLife(deps.now());
    const language = demoLanguages.find((each) => each === fields?.['language']) ?? 'en';
    return openSession(life, language, deps);
  },
};

/** @param language of the person, for what the shop's people wrote: its tags */
function openSession(shopLife: ShopLife, language: DemoLanguage, deps: ConnectorDeps): Session {
  return {
    async *pull(cursor, signal) {
      throwIfCancelled(signal);
      if (cursor !== wholeCursor) yield* pullEverything(deps.now(), language, cursor === newestCursor);
      const items = shopLife.take(deps.now());
      if (items.length > 0) yield await Promise.resolve(pulled(items, 'live', items.length));
    },
    async *watch(signal) {
      while (!signal.aborted) {
        await deps.sleep(Math.max(0, shopLife.nextAt() - deps.now()), signal);
        yield 'changed';
      }
    },
    async send(item, beforeBytes) {
      await beforeBytes();
      shopLife.answerTo(item, deps.now());
      return { kind: 'accepted' };
    },
    file: () => Promise.resolve({ kind: 'filed' }),
    tellSeen: () => Promise.resolve(),
    async fetchAttachment(_messageKey, _placements, attachment, sink) {
      if (!attachmentKinds.includes(attachment.ref)) throw new AppError('gone', 'The demo shop has no such file');
      await sink.write(demoAttachment(attachment.ref as DemoAttachmentKind).bytes);
    },
    close: () => Promise.resolve(),
  };
}

function* pullEverything(now: number, language: DemoLanguage, hasNewest: boolean): Generator<Pulled> {
  const byNewest = [...demoShop.conversations].sort((a, b) => newestAge(a) - newestAge(b));
  const total = byNewest.length;
  const itemsOf = (conversations: typeof byNewest) =>
    conversations.flatMap((conversation) => conversationItems(demoShop, conversation, now, language));
  if (!hasNewest) {
    const newest = [...customerItems(demoShop, now), ...itemsOf(byNewest.slice(0, firstConversations))];
    yield { ...pulled(newest, 'first', total), cursor: newestCursor };
  }
  const rest = itemsOf(byNewest.slice(firstConversations));
  yield pulled([...rest, ...recordItems(demoShop, demoRecords, now)], 'first', total);
}

function newestAge({ messages }: (typeof demoShop.conversations)[number]): number {
  return Math.min(...messages.map(({ minutesAgo }) => minutesAgo));
}

function pulled(items: Item[], phase: Pulled['phase'], totalCount: number): Pulled {
  return {
    items,
    cursor: wholeCursor,
    phase,
    doneCount: totalCount,
    totalCount: phase === 'first' ? totalCount : 0,
  };
}
