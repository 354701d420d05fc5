// The demo shop's content: complete, consistent with itself, invented, and with files that are what they claim to be.
import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { demoShop } from '../../electron/sync/connectors/demo/content/all.ts';
import { demoAttachment } from '../../electron/sync/connectors/demo/content/attachments.ts';
import type {
  DemoAttachmentKind,
  DemoConversation,
  DemoCustomer,
} from '../../electron/sync/connectors/demo/content/demo-content.ts';
import { newQuestions } from '../../electron/sync/connectors/demo/content/live.ts';
import { demoTagLabels } from '../../electron/sync/connectors/demo/content/tag-labels.ts';
import { letter } from '../../electron/sync/connectors/demo/content/writing.ts';

const { shop, customers, conversations } = demoShop;
const minutesPerDay = 1440;
const everyText = JSON.stringify(demoShop);

function customerOf(conversation: DemoConversation): DemoCustomer {
  const customer = customers.find(({ id }) => id === conversation.customerId);
  if (!customer) throw new Error(`${conversation.id} has no customer ${conversation.customerId}`);
  return customer;
}

function countBy<Key extends string>(keyOf: (conversation: DemoConversation) => Key): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const conversation of conversations) {
    const key = keyOf(conversation);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

function expectUnique(values: readonly string[]): void {
  expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
}

describe('the demo shop as a whole', () => {
  it('has about sixty conversations in every state', () => {
    expect(conversations.length).toBeGreaterThanOrEqual(58);
    expect(conversations.length).toBeLessThanOrEqual(70);
    expect(countBy(({ state }) => state)).toEqual({ open: 27, waiting: 10, snoozed: 3, closed: expect.any(Number) });
  });

  it('speaks three languages over three channels', () => {
    const languages = countBy((conversation) => customerOf(conversation).language);
    for (const language of ['tr', 'el', 'en'] as const) expect(languages[language]).toBeGreaterThanOrEqual(15);
    const channels = countBy(({ channel }) => channel);
    for (const channel of ['email', 'trendyol', 'ebay'] as const) expect(channels[channel]).toBeGreaterThanOrEqual(10);
  });

  it('has fifteen conversations with something unread', () => {
    expect(conversations.filter(({ messages }) => messages.some(({ unread }) => unread === true))).toHaveLength(15);
  });

  it('is alive: the newest messages are minutes old, the oldest months', () => {
    const ages = conversations
      .flatMap(({ messages }) => messages.map(({ minutesAgo }) => minutesAgo))
      .sort((a, b) => a - b);
    expect(ages.slice(0, 4)).toEqual([2, 9, 21, 34]);
    expect(ages.at(-1)).toBeGreaterThan(90 * minutesPerDay);
  });

  it('gives everything an id of its own', () => {
    expectUnique(conversations.map(({ id }) => id));
    expectUnique(customers.map(({ id }) => id));
    expectUnique(customers.flatMap(({ orders }) => orders.map(({ number }) => number)));
    expectUnique(customers.flatMap(({ handles }) => handles.map(({ channel, value }) => `${channel}:${value}`)));
    expectUnique(customers.flatMap(({ orders }) => orders.flatMap(({ trackingNumber }) => trackingNumber ?? [])));
  });

  it('names nobody outside the reserved names', () => {
    const addresses = everyText.match(/[\p{L}\d._+-]+@[\p{L}\d.-]+/gu) ?? [];
    expect(addresses.length).toBeGreaterThan(40);
    expect(addresses.filter((address) => !/\.example\.?$/.test(address))).toEqual([]);
    const hosts = [...everyText.matchAll(/https?:\/\/([^/"'\s\\<>?]+)/g)].map(([, host]) => host);
    expect(hosts.filter((host) => host?.endsWith('.example') !== true)).toEqual([]);
    expect(shop.email.endsWith('.example')).toBe(true);
  });

  it('has a word for every tag in every language', () => {
    for (const tag of conversations.flatMap(({ tags }) => tags)) {
      for (const language of ['tr', 'el', 'en'] as const) expect(demoTagLabels[tag][language]).not.toBe('');
    }
  });
});

describe.each(conversations.map((conversation) => [conversation.id, conversation] as const))(
  '%s',
  (_id, conversation) => {
    const { messages } = conversation;
    const customer = customerOf(conversation);

    it('belongs to a customer of its channel and to one of their orders', () => {
      expect(customer.handles.map(({ channel }) => channel)).toContain(conversation.channel);
      if (conversation.orderNumber !== undefined) {
        expect(customer.orders.map(({ number }) => number)).toContain(conversation.orderNumber);
      }
      const oldestDays = Math.floor(Math.max(...messages.map(({ minutesAgo }) => minutesAgo)) / minutesPerDay);
      expect(customer.sinceDaysAgo).toBeGreaterThanOrEqual(oldestDays);
    });

    it('runs forward in time', () => {
      const ages = messages.map(({ minutesAgo }) => minutesAgo);
      expect(ages.length).toBeGreaterThan(0);
      expect(ages.every((age) => Number.isInteger(age) && age > 0)).toBe(true);
      expect(ages.every((age, index) => index === 0 || age < (ages[index - 1] ?? 0))).toBe(true);
    });

    it('stands where its last message puts it', () => {
      const spoken = messages.filter(({ from }) => from !== 'note');
      if (conversation.state === 'open') expect(spoken.at(-1)?.from).toBe('customer');
      if (conversation.state === 'waiting') expect(spoken.at(-1)?.from).toBe('shop');
      expect(conversation.snoozeHours === undefined).toBe(conversation.state !== 'snoozed');
    });

    it('is unread only at the end, while open', () => {
      const firstUnread = messages.findIndex(({ unread }) => unread === true);
      if (firstUnread === -1) return;
      expect(conversation.state).toBe('open');
      for (const message of messages.slice(firstUnread))
        expect(message).toMatchObject({ from: 'customer', unread: true });
    });

    it('says something, and shows only pictures that it carries', () => {
      for (const { text, html, attachments } of messages) {
        expect(text.trim()).toBe(text);
        if (conversation.review === undefined) expect(text).not.toBe('');
        const kinds: string[] = (attachments ?? []).map(({ kind }) => kind);
        for (const [, kind] of (html ?? '').matchAll(/cid:([a-z-]+)/g)) expect(kinds).toContain(kind);
      }
    });
  },
);

describe('what arrives while the demo shop is open', () => {
  it('belongs to conversations that are still going on, one message each', () => {
    expectUnique(newQuestions.map(({ conversationId }) => conversationId));
    for (const { conversationId, text } of newQuestions) {
      expect(['open', 'waiting'], conversationId).toContain(
        conversations.find(({ id }) => id === conversationId)?.state,
      );
      expect(text).not.toBe('');
    }
  });
});

describe('customers', () => {
  it('have orders that add up, newest first', () => {
    for (const { id, orders, sinceDaysAgo } of customers) {
      for (const { totalMinor, items } of orders) {
        expect(totalMinor, id).toBe(items.reduce((sum, { quantity, priceMinor }) => sum + quantity * priceMinor, 0));
        expect(items.length, id).toBeGreaterThan(0);
      }
      const ages = orders.map(({ placedDaysAgo }) => placedDaysAgo);
      expect(ages, id).toEqual([...ages].sort((a, b) => a - b));
      expect(Math.max(0, ...ages), id).toBeLessThanOrEqual(sinceDaysAgo);
    }
  });

  it('have a tracking number as soon as the parcel has left', () => {
    for (const { status, trackingNumber, carrier } of customers.flatMap(({ orders }) => orders)) {
      expect(trackingNumber !== undefined).toBe(status === 'shipped' || status === 'delivered');
      expect(carrier !== undefined).toBe(trackingNumber !== undefined);
    }
  });
});

describe('attached files', () => {
  const pictures = ['photo-vase', 'photo-plate', 'photo-box'] as const satisfies readonly DemoAttachmentKind[];

  it.each(pictures)('%s is a sound PNG of 480 by 360 under 40 kB', (kind) => {
    const { mimeType, bytes } = demoAttachment(kind);
    expect(mimeType).toBe('image/png');
    expect(bytes.length).toBeLessThan(40_000);
    expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const chunks = pngChunks(bytes);
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
    const [header, pixels] = chunks;
    expect([header?.data.readUInt32BE(0), header?.data.readUInt32BE(4)]).toEqual([480, 360]);
    expect(inflateSync(pixels?.data ?? Buffer.alloc(0))).toHaveLength(360 * (480 * 3 + 1));
  });

  it('invoice-pdf is a PDF whose table points at its objects', () => {
    const { mimeType, bytes } = demoAttachment('invoice-pdf');
    const file = Buffer.from(bytes).toString('latin1');
    expect(mimeType).toBe('application/pdf');
    expect(file.startsWith('%PDF-1.4')).toBe(true);
    expect(file.trimEnd().endsWith('%%EOF')).toBe(true);
    const tableAt = Number(/startxref\n(\d+)\n/.exec(file)?.[1]);
    expect(file.slice(tableAt).startsWith('xref')).toBe(true);
    const offsets = [...file.slice(tableAt).matchAll(/^(\d{10}) 00000 n /gm)].map(([, offset]) => Number(offset));
    expect(offsets.length).toBeGreaterThan(5);
    offsets.forEach((offset, index) => expect(file.slice(offset).startsWith(`${String(index + 1)} 0 obj`)).toBe(true));
    for (const [, length, content] of file.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g)) {
      expect(content).toHaveLength(Number(length));
    }
  });

  it('are made once', () => {
    expect(demoAttachment('photo-vase')).toBe(demoAttachment('photo-vase'));
  });
});

describe('letter', () => {
  it('drops the shared indentation and the outer line breaks', () => {
    const text = letter`
      Merhaba,

        - bir
      Sevgiler
    `;
    expect(text).toBe('Merhaba,\n\n  - bir\nSevgiler');
  });
});

function pngChunks(bytes: Uint8Array): { type: string; data: Buffer }[] {
  const file = Buffer.from(bytes);
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4) });
    at += 12 + length;
  }
  return chunks;
}
