// Mail of marketplaces, each through a real Dovecot: who wrote, about what, where it is answered, and that nobody can pose as one.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IncomingMessage } from '../../shared/model/message.ts';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';
import { fixtureOf, pullFixtures } from './mail-account.ts';

let server: DovecotServer;
let got: Map<string, IncomingMessage>;
const mail = (name: string) => fixtureOf(got, name);

beforeAll(async () => {
  server = await startDovecot();
  got = await pullFixtures(server, 'relays', Date.UTC(2026, 4, 4, 12));
});
afterAll(() => server.stop());

test('Amazon: the buyer, the order, the words between the markers; answered through the relay', () => {
  const message = mail('amazon-buyer-message-en');
  expect(message).toMatchObject({
    channel: 'amazon',
    from: { name: 'Jane', address: 'a1b2c3d4e5f6g7h@marketplace.amazon.com' },
    replyTo: [{ address: 'a1b2c3d4e5f6g7h+0f0f0f0f-1111-2222-3333-444444444444@marketplace.amazon.com' }],
    orderNumber: '111-1234567-1234567',
    threadKey: 'amazon:buyer:111-1234567-1234567:a1b2c3d4e5f6g7h',
    text: 'Hello, is the sweater machine washable?',
    isAutomatic: false,
    relay: {
      marketplace: 'amazon',
      isVerified: true,
      answer: 'mail',
      replyToken: '[commMgrTok:AAAABBBBCCCC]',
      article: 'Knitted Sweater, size M (B0TEST0001)',
    },
  });
  expect(message.relay).not.toHaveProperty('pageUrl');
});

test('Amazon in Turkish, handed over by LMTP on our side', () => {
  expect(mail('amazon-lmtp-turkish')).toMatchObject({
    channel: 'amazon',
    from: { name: 'Deneme Müşteri' },
    orderNumber: '404-7654321-7654321',
    text: 'Merhaba, kâse bulaşık makinesinde yıkanabilir mi?\n\nTeşekkürler',
    relay: { isVerified: true, replyToken: '[commMgrTok:TRTOKEN11112222]' },
  });
});

test('eBay and Walmart are answered through their relays', () => {
  expect(mail('ebay-member-message')).toMatchObject({
    channel: 'ebay',
    from: { name: 'test_buyer', address: '0123456789abcdef0123@members.ebay.com' },
    orderNumber: '12-34567-89012',
    relay: { answer: 'mail', article: '110000000001' },
  });
  expect(mail('walmart-relay')).toMatchObject({
    channel: 'walmart',
    from: { name: 'Test Customer' },
    threadKey: 'walmart:buyer:0123456789abcdef0123456789abcdef',
    relay: { answer: 'mail' },
  });
});

test('a Shopify form is the customer’s mail, answered at the customer’s own address', () => {
  const message = mail('shopify-contact-form');
  expect(message).toMatchObject({
    from: { name: 'Test Customer', address: 'customer@example.test' },
    replyTo: [{ address: 'customer@example.test' }],
    text: 'Do you ship to Athens? Order #1001',
    orderNumber: '#1001',
    isAutomatic: false,
    relay: { marketplace: 'shopify', answer: 'mail', sender: 'mailer@shopify.com' },
  });
  expect(message).not.toHaveProperty('channel');
  expect(message).not.toHaveProperty('threadKey');
});

test('Etsy is answered on its page, at the conversation itself where its number is known', () => {
  expect(mail('etsy-conversation-notice')).toMatchObject({
    channel: 'etsy',
    from: { name: 'Test', address: '' },
    replyTo: [],
    threadKey: 'etsy:notice:1234567890',
    text: 'My item has not arrived\n\nSend a replacement\n\nPlease check the tracking.',
    isAutomatic: false,
    relay: {
      answer: 'page',
      pageUrl: 'https://www.etsy.com/conversations/1234567890',
      sender: 'conversations@mail.etsy.com',
    },
  });
  expect(mail('etsy-conversation-link-only')).toMatchObject({
    channel: 'etsy',
    from: { name: 'Test Buyer', address: '' },
    isAutomatic: false,
    relay: { answer: 'page', pageUrl: 'https://www.etsy.com/messages' },
  });
  expect(mail('etsy-sale')).toMatchObject({
    orderNumber: '4000000001',
    from: { name: 'Test Buyer' },
    relay: { answer: 'page', article: 'Knitted sweater' },
  });
});

test.each([
  ['trendyol-notice', 'trendyol', 'https://partner.trendyol.com/'],
  ['trendyol-alias', 'trendyol', 'https://partner.trendyol.com/'],
  ['bol-notice', 'bol', 'https://partner.bol.com/'],
  ['skroutz-notice', 'skroutz', 'https://merchants.skroutz.gr/'],
  ['amazon-system', 'amazon', 'https://sellercentral.amazon.com/messaging/inbox'],
])('%s opens the right page and is never answered by mail', (name, channel, pageUrl) => {
  expect(mail(name)).toMatchObject({ channel, replyTo: [], relay: { isVerified: true, answer: 'page', pageUrl } });
});

test.each(['forged-result', 'no-result', 'failed-result', 'other-domain-passed', 'two-senders-second'])(
  '%s: marked as not verified, and nothing read out of it',
  (name) => {
    const message = mail(name);
    expect(message.relay).toMatchObject({ marketplace: 'amazon', isVerified: false });
    expect(message).not.toHaveProperty('channel');
    expect(message).not.toHaveProperty('threadKey');
    expect(message).not.toHaveProperty('orderNumber');
    expect(message.relay).not.toHaveProperty('replyToken');
    expect(message.from.address).toContain('+0f0f0f0f');
  },
);

test.each(['display-name-only', 'look-alike-domain', 'two-senders'])('%s is no marketplace’s mail at all', (name) => {
  expect(mail(name)).not.toHaveProperty('relay');
  expect(mail(name)).not.toHaveProperty('channel');
});

test('an answer never goes where a marketplace’s Reply-To points outside its relay', () => {
  expect(mail('amazon-reply-to-elsewhere').replyTo).toEqual([
    { name: '', address: 'a1b2c3d4e5f6g7h+0f0f0f0f-1111-2222-3333-444444444444@marketplace.amazon.com' },
  ]);
});
