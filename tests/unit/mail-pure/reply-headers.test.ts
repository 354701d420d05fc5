// Reply headers: the right people, never ourselves, and a thread that stays whole.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseAddress } from '../../../shared/mail/addresses.ts';
import { replyHeaders, type ReplyOriginal } from '../../../shared/mail/reply-headers.ts';
import type { RfcMessageId } from '../../../shared/model/ids.ts';

const ids = (...names: string[]): RfcMessageId[] => names as RfcMessageId[];
const person = (address: string, name = '') => ({ name, address });
const self = ['shop@defter.example', 'orders@defter.example'];

const original = (more: Partial<ReplyOriginal> = {}): ReplyOriginal => ({
  from: person('ayse@customer.example', 'Ayşe'),
  to: [person('Shop@Defter.example')],
  cc: [],
  replyTo: [],
  subject: 'Siparişim',
  rfcMessageId: ids('m3')[0],
  inReplyTo: ids('m2'),
  references: ids('m1', 'm2'),
  ...more,
});

const addresses = (list: { address: string }[]): string[] => list.map(({ address }) => address);
const sentTo = (more: Partial<ReplyOriginal>, toAll = false) => {
  const { to, cc, isNoReply } = replyHeaders(original(more), self, { toAll });
  return { to: addresses(to), cc: addresses(cc), isNoReply };
};

describe('recipients', () => {
  it('is the sender', () => {
    expect(replyHeaders(original(), self).to).toEqual([person('ayse@customer.example', 'Ayşe')]);
    expect(sentTo({ cc: [person('bora@customer.example')] })).toEqual({
      to: ['ayse@customer.example'],
      cc: [],
      isNoReply: false,
    });
  });

  it('is who Reply-To names', () => {
    const replyTo = [person('home@customer.example'), person('HOME@customer.example'), person('shop@defter.example')];
    expect(sentTo({ replyTo }).to).toEqual(['home@customer.example']);
  });

  it('is the sender when Reply-To names only ourselves', () => {
    expect(sentTo({ replyTo: [person('orders@defter.example')] }).to).toEqual(['ayse@customer.example']);
  });

  it('copies the others on request, never ourselves or a no-reply address', () => {
    const more = {
      to: [person('shop@defter.example'), person('bora@customer.example')],
      cc: [person('Bora@customer.example'), person('noreply@carrier.example'), person('can@customer.example')],
    };
    expect(sentTo(more, true).cc).toEqual(['bora@customer.example', 'can@customer.example']);
  });

  it('is the writer, not the mailing list that put itself into Reply-To', () => {
    const list = person('sellers@lists.example');
    const more = { to: [list], replyTo: [list] };
    expect(sentTo(more).to).toEqual(['ayse@customer.example']);
    expect(sentTo(more, true)).toEqual({
      to: ['ayse@customer.example'],
      cc: ['sellers@lists.example'],
      isNoReply: false,
    });
  });

  it('is the writer behind a list that replaced From', () => {
    const more = {
      from: person('sellers@lists.example'),
      to: [person('sellers@lists.example')],
      replyTo: [person('ayse@customer.example')],
    };
    expect(sentTo(more).to).toEqual(['ayse@customer.example']);
  });

  it('is whom our own message went to', () => {
    const from = person('orders@defter.example');
    expect(sentTo({ from, to: [person('ayse@customer.example'), person('shop@defter.example')] }).to).toEqual([
      'ayse@customer.example',
    ]);
    expect(sentTo({ from, to: [], cc: [person('ayse@customer.example')] }).to).toEqual(['ayse@customer.example']);
    expect(sentTo({ from, to: [person('shop@defter.example')] }).to).toEqual(['shop@defter.example']);
  });

  it('marks what nobody reads, and prefers somebody who does', () => {
    expect(sentTo({ from: person('noreply@carrier.example') })).toEqual({
      to: ['noreply@carrier.example'],
      cc: [],
      isNoReply: true,
    });
    const both = [person('noreply@carrier.example'), person('help@carrier.example')];
    expect(sentTo({ replyTo: both })).toEqual({ to: ['help@carrier.example'], cc: [], isNoReply: false });
  });

  it('is empty when nobody is named', () => {
    expect(sentTo({ from: person('') })).toEqual({ to: [], cc: [], isNoReply: false });
  });

  it('never holds ourselves or anybody twice', () => {
    const any = fc.constantFrom(
      'shop@defter.example',
      'Orders@defter.example',
      'a@b.example',
      'A@b.example',
      'c@d.example',
      'noreply@d.example',
    );
    const list = fc.array(
      any.map((address) => person(address)),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.record({ to: list, cc: list, replyTo: list }), fc.boolean(), (more, toAll) => {
        const { to, cc, isNoReply } = sentTo(more, toAll);
        const all = [...to, ...cc].map(normaliseAddress);
        expect(new Set(all).size).toBe(all.length);
        expect(all.some((address) => self.includes(address))).toBe(false);
        expect(to.length).toBeGreaterThan(0);
        expect(isNoReply).toBe(to.every((address) => address.startsWith('noreply')));
      }),
    );
  });
});

describe('thread headers', () => {
  it('continue the thread (RFC 5322 3.6.4)', () => {
    const { subject, inReplyTo, references } = replyHeaders(original(), self);
    expect({ subject, inReplyTo, references }).toEqual({
      subject: 'Re: Siparişim',
      inReplyTo: 'm3',
      references: ids('m1', 'm2', 'm3'),
    });
  });

  it.each<[string, Partial<ReplyOriginal>, string[]]>([
    ['no References, one In-Reply-To', { references: [] }, ['m2', 'm3']],
    ['no References, several In-Reply-To', { references: [], inReplyTo: ids('x', 'y') }, ['m3']],
    ['the parent among its own References', { references: ids('m3', 'm1') }, ['m1', 'm3']],
    ['the parent has no id', { rfcMessageId: undefined }, ['m1', 'm2']],
    ['nothing', { rfcMessageId: undefined, references: [], inReplyTo: [] }, []],
  ])('%s', (_name, more, expected) => {
    expect(replyHeaders(original(more), self).references).toEqual(expected);
  });

  it('stay short in an endless thread, with root and parent', () => {
    const references = ids(...Array.from({ length: 300 }, (_, index) => `r${index}`));
    const found = replyHeaders(original({ references }), self).references;
    expect(found).toHaveLength(50);
    expect([found[0], found.at(-1)]).toEqual(['r0', 'm3']);
  });
});
