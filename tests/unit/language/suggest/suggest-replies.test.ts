// Suggestions: the demo's own messages get the right replies, each with its reasons; the shop's own words count.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoShop } from '../../../../electron/sync/connectors/demo/content/all.ts';
import { foldText } from '../../../../shared/language/fold.ts';
import { topicPhrases } from '../../../../shared/language/suggest/message-topics.ts';
import { suggestReplies, type MessageToAnswer } from '../../../../shared/language/suggest/suggest-replies.ts';
import { splitQuoted } from '../../../../shared/mail/quoting.ts';
import type { Language } from '../../../../shared/model/ids.ts';

interface Given {
  scenario: string;
  lang: Language;
  channel: string[];
}
const file = new URL('../../../../renderer/store/canned-replies.json', import.meta.url);
const { replies } = JSON.parse(readFileSync(file, 'utf8')) as { replies: Given[] };
const library = replies.map(({ scenario, lang, channel }) => ({
  scenario,
  language: lang,
  channels: channel.filter((name) => name !== 'any'),
  useCount: 0,
}));
type Own = (typeof library)[number] & { words?: string[]; isHidden?: boolean; draftOf?: string };

/** The customer's newest message of a demo conversation. */
function messageOf(id: string): MessageToAnswer {
  const conversation = demoShop.conversations.find((each) => each.id === id);
  const customer = demoShop.customers.find((each) => each.id === conversation?.customerId);
  if (!conversation) throw new Error(`The demo has no ${id}`);
  const newest = conversation.messages.findLast(({ from }) => from === 'customer');
  const language = /\p{Script=Greek}/u.test(newest?.text ?? '') ? 'el' : (customer?.language ?? 'en');
  return {
    text: splitQuoted(newest?.text ?? '').fresh,
    subject: conversation.subject,
    language,
    channel: conversation.channel,
    orderStatus: customer?.orders.find(({ number }) => number === conversation.orderNumber)?.status ?? null,
    isAnswered: conversation.messages.some(({ from }) => from === 'shop'),
    isAutomatic: conversation.tags.includes('Automatic'),
  };
}

/** What a person of the shop would reach for first; any of them counts. */
const expected: Record<string, string[]> = {
  'ayse-kargom-gelmedi': ['late-parcel', 'order-status'],
  'gulsah-kurye-gecikti': ['late-parcel', 'order-status'],
  'okan-teslim-almadi-kaydi': ['delivery-attempt-failed'],
  'serkan-iptal-istegi': ['cancellation-too-late'],
  'hakan-kirik-vazo': ['damaged-item', 'complaint-acknowledgement'],
  'mustafa-cift-cekim': ['payment-received', 'payment-failed'],
  'kerem-yanlis-urun': ['wrong-item'],
  'burak-kirmizi': ['availability-date', 'product-question'],
  'elif-hediye-notu': ['gift-wrap'],
  'ozge-bulasik-makinesi': ['product-question', 'marketplace-question'],
  'ipek-nisan-tabagi': ['product-question'],
  'sibel-kase-olcusu': ['availability-date', 'product-question'],
  'mehmet-fatura-talebi': ['invoice-request'],
  'nermin-otel-yeni-sezon': ['bulk-order', 'discount-request'],
  'giorgos-spasmeno-vazo': ['damaged-item', 'gift-wrap'],
  'eleni-trapezomantilo': ['product-question', 'availability-date'],
  'maria-eleni-epistrofi': ['return-instructions', 'delivery-attempt-failed'],
  'nikos-pou-einai': ['order-status', 'late-parcel'],
  'katerina-mpomponieres': ['bulk-order'],
  'andreas-kypros': ['product-question', 'marketplace-question'],
  'konstantinos-timologio': ['invoice-request'],
  'christina-apoxrosi': ['return-instructions', 'wrong-item'],
  'dimitris-taverna': ['bulk-order', 'discount-request'],
  'thanasis-ola-kala': ['positive-review-thanks'],
  'emily-engraving': ['product-question', 'marketplace-question'],
  'lucas-not-as-described': ['wrong-item', 'exchange'],
  'sofia-wholesale': ['bulk-order'],
  'oliver-where-is-my-order': ['order-status', 'late-parcel'],
  'charlotte-cafe': ['bulk-order', 'product-question', 'invoice-request'],
  'hannah-broken-plate': ['damaged-item'],
  'grace-return': ['return-instructions'],
  'tom-lost-parcel': ['lost-parcel'],
  'ingrid-customs': ['invoice-request'],
};

describe('the demo’s messages', () => {
  it.each(Object.entries(expected))('%s', (id, scenarios) => {
    const suggestions = suggestReplies(messageOf(id), library);
    expect(scenarios).toContain(suggestions[0]?.reply.scenario ?? suggestions[1]?.reply.scenario);
    for (const { reasons } of suggestions) expect(reasons.length).toBeGreaterThan(0);
  });

  it('gets nothing for machines', () => {
    expect(suggestReplies(messageOf('galeri-otomatik-yanit'), library)).toEqual([]);
  });
});

const question: MessageToAnswer = {
  text: 'Where is my order? The tracking says nothing.',
  subject: 'Hello',
  language: 'en',
  channel: 'email',
  orderStatus: 'shipped',
  isAnswered: false,
  isAutomatic: false,
};

describe('why', () => {
  it('tells the words of the message and the state of the order', () => {
    const [first] = suggestReplies(question, library);
    expect(first?.reply).toMatchObject({ scenario: 'order-status', language: 'en' });
    expect(first?.reasons).toEqual([
      { kind: 'topic', topic: 'where', words: ['Where', 'order', 'is', 'my'] },
      { kind: 'order', status: 'shipped' },
    ]);
  });

  it('goes by the order: what has arrived may be lost, what has not left can still be cancelled', () => {
    expect(suggestReplies({ ...question, orderStatus: 'delivered' }, library)[0]?.reply.scenario).toBe('lost-parcel');
    const cancel = { ...question, text: 'Please cancel my order.' };
    expect(suggestReplies({ ...cancel, orderStatus: 'paid' }, library)[0]?.reply.scenario).toBe(
      'cancellation-accepted',
    );
    expect(suggestReplies(cancel, library)[0]?.reply.scenario).toBe('cancellation-too-late');
  });

  it('offers to acknowledge a question that it does not understand, and nothing for a remark', () => {
    const strange = { ...question, subject: '', text: 'Do whales sing in E flat?' };
    expect(suggestReplies(strange, library)).toMatchObject([
      { reply: { scenario: 'first-acknowledgement' }, reasons: [{ kind: 'question' }] },
    ]);
    expect(suggestReplies({ ...strange, text: 'Whales sing.' }, library)).toEqual([]);
  });
});

describe('the shop’s own replies', () => {
  const own: Own = { scenario: 'workshop', language: 'tr', channels: [], useCount: 3, words: ['Atölye gez', 'çömlek'] };
  const asked = { ...question, language: 'tr' as const, text: 'ATÖLYENİZİ gezebilir miyiz acaba?' };

  it('are found by the words given for them, folded and inflected', () => {
    expect(suggestReplies(asked, [...library, own])[0]).toMatchObject({
      reply: { scenario: 'workshop' },
      reasons: [{ kind: 'own-words', words: ['ATÖLYENİZİ', 'gezebilir'] }],
    });
  });

  it('stay out while they are being written, when put away, or on another channel', () => {
    const not = (more: Partial<Own>) =>
      suggestReplies(asked, [{ ...own, ...more }]).some(({ reply }) => reply.scenario === 'workshop');
    expect(
      [{ draftOf: 'agent-1' }, { isHidden: true }, { channels: ['review'] }, { language: 'el' as const }].map(not),
    ).toEqual([false, false, false, false]);
  });
});

it('has its phrases folded', () => {
  const phrases = Object.values(topicPhrases).flatMap((each) => Object.values(each));
  expect(phrases.filter((phrase) => phrase !== foldText(phrase))).toEqual([]);
});
