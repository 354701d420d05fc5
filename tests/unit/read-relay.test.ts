// Mail of every marketplace that is known, as readRelay means it: notices are answered on a page, answers go to the relay itself only.
import { expect, test } from 'vitest';
import { marketplaces, type Marketplace } from '../../shared/mail/relays/marketplaces.ts';
import { readRelay } from '../../shared/mail/relays/read-relay.ts';

const alias = '0123456789abcdef0123@members.ebay.com';

/** Proven mail of `from`, whose display name says what it likes. */
function read(from: string, replyTo: string[] = []) {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return readRelay({
    from: { name: 'Amazon', address: from },
    fromCount: 1,
    replyTo: replyTo.map((address) => ({ name: '', address })),
    subject: 'A question',
    text: 'Hello',
    unsafeHtml: '',
    headerLines: [
      { name: 'authentication-results', value: `mx.shop.example; dmarc=pass header.from=${domain}` },
      { name: 'received', value: 'from out.example by mx.shop.example with ESMTPS' },
    ],
    imapHost: 'imap.shop.example',
  });
}

const noticesOnly = marketplaces.filter(({ senders }) => senders.length === 0);
const addresses = noticesOnly.flatMap((each) => each.domains.map((domain) => [`info@mail.${domain}`, each] as const));

test.each(addresses)(
  '%s: shown as the marketplace’s, answered on its page, never by mail',
  (address, { id, pageUrl }: Marketplace) => {
    expect(read(address, ['buyer@elsewhere.example'])).toMatchObject({
      channel: id,
      replyTo: [],
      from: { address: '' },
      relay: { isVerified: true, answer: 'page', pageUrl },
    });
    expect(new URL(pageUrl).protocol).toBe('https:');
  },
);

test('answers go to an address of the relay: not elsewhere, and not where only the beginning is alike', () => {
  const other = 'abcdef0123456789abcd@members.ebay.co.uk';
  expect(read(alias, [other])?.replyTo).toEqual([{ name: '', address: other }]);
  for (const wrong of [
    'thief@evil.example',
    'abcdef0123456789abcd@members.ebay.evil.example',
    'abcdef0123456789abcd@members.ebay.com.evil.example',
  ]) {
    expect(read(alias, [wrong])?.replyTo).toEqual([{ name: '', address: alias }]);
  }
});

test('a marketplace’s name in front of somebody else’s address is nobody’s', () => {
  expect(read('someone@members-ebay.example')).toBeNull();
  expect(read('someone@marketplace.amazon.com.evil.example')).toBeNull();
});
