// A shop whose two people have answered for twelve weeks, now and then coldly: for pictures of the weeks of wording.
import { conversationIdOf } from '../../shared/mail/conversation-id.ts';
import { rfcMessageIdSchema, type OutboxId } from '../../shared/model/ids.ts';
import type { Item } from '../../shared/model/item.ts';
import type { JournalRecord } from '../../shared/model/journal.ts';
import { seededAccount, seededMail } from '../harness/seeded-shop.ts';

const hourMs = 3_600_000;
const weekMs = 7 * 24 * hourMs;
const customer = { name: 'Elif Kaya', address: 'elif@customer.example' };
const shop = { name: 'Mavi Çini', address: 'shop@defter.example' };

const texts = {
  en: {
    kind: 'Hello Elif, thank you for writing! Your vase leaves tomorrow and is with you by Friday.',
    cold: ['Unfortunately we cannot accept your return.', 'You should have read the description.'],
  },
  tr: {
    kind: 'Merhaba Elif Hanım, yazdığınız için teşekkürler! Vazonuz yarın yola çıkıyor, cuma günü sizde.',
    cold: ['Maalesef iadenizi kabul edemiyoruz.', 'Açıklamayı okumanız gerekirdi.'],
  },
  el: {
    kind: 'Γεια σας κυρία Ελίφ, ευχαριστούμε που μας γράψατε! Το βάζο σας φεύγει αύριο και φτάνει την Παρασκευή.',
    cold: ['Δυστυχώς δεν μπορούμε να δεχτούμε την επιστροφή σας.', 'Έπρεπε να είχατε διαβάσει την περιγραφή.'],
  },
};

/** Some answers a week; each third conversation is answered by both people. */
export function weeksShop(language: keyof typeof texts, now: number): { items: Item[]; records: JournalRecord[] } {
  const { kind, cold } = texts[language];
  const items: Item[] = [];
  const records: JournalRecord[] = [];
  const add = (key: string, at: number, text: string, agentId?: string): void => {
    const from = agentId === undefined ? customer : shop;
    const question = rfcMessageIdSchema.parse(`${key.split('-', 1)[0] ?? ''}-q@mail.example`);
    const subject = `${kind.split(',', 1)[0] ?? ''} · ${key.split('-', 1)[0] ?? ''}`;
    const made = seededMail(key, from, { subject, text, direction: agentId === undefined ? 'in' : 'out' });
    const to = agentId === undefined ? [shop] : [customer];
    const references = agentId === undefined ? [] : [question];
    const outboxId = `out-${key}` as OutboxId;
    const message = { ...made, to, references, sentAt: at, receivedAt: at };
    items.push({ kind: 'message', message: agentId === undefined ? message : { ...message, outboxId } });
    if (agentId === undefined) return;
    records.push({
      kind: 'outbox',
      key: outboxId,
      at,
      data: {
        id: outboxId,
        accountId: seededAccount.id,
        conversationId: conversationIdOf(seededAccount.id, `i:${question}`),
        anchor: null,
        state: 'filed',
        content: { outboxId, to, cc: [], subject, text, html: '', references, writtenAt: at },
        notBeforeAt: at,
        queuedAt: at,
        attempts: 1,
        closeAfter: false,
        agentId,
        ...(made.rfcMessageId === undefined ? {} : { rfcMessageId: made.rfcMessageId }),
      },
    });
  };
  for (let week = 0; week < 12; week += 1) {
    if (week === 8) continue; // the shop was closed
    for (let turn = 0; turn < 5 + (week % 3); turn += 1) {
      const at = now - week * weekMs - (turn + 2) * 2 * hourMs;
      const name = `w${String(week)}t${String(turn)}`;
      add(`${name}-q`, at - hourMs, kind);
      const spoken = (turn + week) % 4 === 0 ? `${kind}\n\n${cold[turn % 2] ?? ''}` : kind;
      add(`${name}-a`, at, spoken, turn % 2 === 0 ? 'agent-1' : 'agent-2');
      if (turn % 3 === 2) add(`${name}-b`, at + hourMs / 2, kind, turn % 2 === 0 ? 'agent-2' : 'agent-1');
    }
  }
  return { items, records };
}
