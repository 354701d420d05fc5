// Threading: ids out of messy headers, conversations as connected sets, and the subject only as a last resort.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isWithinSubjectWindow,
  parseMessageIds,
  subjectFallbackKey,
  subjectKey,
  subjectWindowMs,
  threadIdsOf,
  type ThreadHeaders,
} from '../../../shared/mail/threading.ts';
import type { RfcMessageId } from '../../../shared/model/ids.ts';
import { conversationsOf } from './conversations-of.ts';

const ids = (...names: string[]): RfcMessageId[] => names as RfcMessageId[];

describe('parseMessageIds', () => {
  it.each([
    ['<a@x.example>', ['a@x.example']],
    ['<a@x.example> <b@x.example>\r\n\t<c@x.example>', ['a@x.example', 'b@x.example', 'c@x.example']],
    ['<a@x.example><b@x.example>,<a@x.example>', ['a@x.example', 'b@x.example']],
    ['<long\r\n part@x.example>', ['longpart@x.example']],
    ['Message from Ayşe of "Mon" <a@x.example> (later)', ['a@x.example']],
    ['<cut@x.ex <b@x.example>', ['b@x.example']],
    ['<b@x.example> <cut@x.ex', ['b@x.example']],
    ['1a@x.example 2b@x.example', ['1a@x.example', '2b@x.example']],
    ['ayse@customer.example', []],
    ['your message of yesterday', []],
    ['<> < >', []],
    [`<${'x'.repeat(401)}>`, []],
    ['', []],
  ])('of %j', (header, expected) => {
    expect(parseMessageIds(header)).toEqual(expected);
  });

  it('reads back what is written, through any folding, and gives clean ids from junk', () => {
    const id = fc.stringMatching(/^[a-z0-9.$+-]{1,20}@[a-z0-9.-]{1,20}$/);
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 10 }), fc.constantFrom(' ', '\r\n ', '\t', ',', ''), (list, gap) => {
        expect(parseMessageIds(list.map((one) => `<${one}>`).join(gap))).toEqual(list);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab@<> \r\n\0,"')), maxLength: 60 }), (junk) => {
        for (const one of parseMessageIds(junk)) expect(one).toMatch(/^[^<>\s\p{Cc}]+$/u);
      }),
    );
  });
});

describe('threadIdsOf', () => {
  it('is References, the first In-Reply-To and the own id, each once', () => {
    expect(
      threadIdsOf({ rfcMessageId: ids('d')[0], inReplyTo: ids('c', 'z'), references: ids('a', 'b', 'a') }),
    ).toEqual(ids('a', 'b', 'c', 'd'));
    expect(threadIdsOf({ rfcMessageId: ids('b')[0], inReplyTo: ids('b'), references: ids('b', 'a') })).toEqual(
      ids('a', 'b'),
    );
    expect(threadIdsOf({ inReplyTo: [], references: [] })).toEqual([]);
  });

  it('keeps the root and the latest of an endless thread', () => {
    const references = ids(...Array.from({ length: 500 }, (_, index) => `r${index}`));
    const found = threadIdsOf({ rfcMessageId: ids('own')[0], inReplyTo: [], references });
    expect(found).toHaveLength(100);
    expect([found[0], found[1], found.at(-1)]).toEqual(['r0', 'r402', 'own']);
  });
});

const mail = (own: string, references: string[] = [], inReplyTo: string[] = []): ThreadHeaders => ({
  rfcMessageId: ids(own)[0],
  references: ids(...references),
  inReplyTo: ids(...inReplyTo),
});

describe('conversations', () => {
  it.each<[string, ThreadHeaders[], string[][]]>([
    ['a chain', [mail('a'), mail('b', ['a']), mail('c', ['a', 'b'])], [['a', 'b', 'c']]],
    ['a reply before its question', [mail('b', ['a']), mail('a')], [['a', 'b']]],
    ['siblings whose root is missing', [mail('b', ['root']), mail('c', ['root'])], [['b', 'c']]],
    ['two sets joined by a late mail', [mail('a'), mail('b'), mail('c', ['a'], ['b'])], [['a', 'b', 'c']]],
    ['In-Reply-To only', [mail('a'), mail('b', [], ['a'])], [['a', 'b']]],
    ['a loop', [mail('a', ['b']), mail('b', ['a'])], [['a', 'b']]],
    ['itself as parent', [mail('a', ['a'], ['a'])], [['a']]],
    ['strangers', [mail('a'), mail('b')], [['a'], ['b']]],
  ])('%s', (_name, mails, expected) => {
    expect(conversationsOf(mails)).toEqual(expected);
  });

  it('do not depend on the order of arrival', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'missing');
    const some = fc
      .uniqueArray(
        fc.record({
          own: name,
          references: fc.array(name, { maxLength: 3 }),
          parent: fc.array(name, { maxLength: 2 }),
        }),
        {
          selector: ({ own }) => own,
        },
      )
      .map((list) => list.map(({ own, references, parent }) => mail(own, references, parent)));
    const twoOrders = some.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(twoOrders, ([one, other]) => {
        expect(conversationsOf(other)).toEqual(conversationsOf(one));
      }),
    );
  });
});

describe('the subject', () => {
  const mailOf = (subject: string, more = {}) => ({
    subject,
    correspondent: 'Ayse@Shop.example',
    isAutomatic: false,
    ...more,
  });

  it('leads a reply to the mail it answers', () => {
    expect(subjectFallbackKey(mailOf('Ynt: SİPARİŞİM nerede'))).toBe(subjectKey(mailOf('Siparişim nerede')));
    expect(subjectFallbackKey(mailOf('ΑΠ: Η παραγγελία'))).toBe(subjectKey(mailOf('η ΠΑΡΑΓΓΕΛΙΑ')));
  });

  it('sees through the name a list adds, not through a case number', () => {
    expect(subjectKey(mailOf('Re: [Sellers] Siparişim'))).toBe(subjectKey(mailOf('Siparişim')));
    expect(subjectKey(mailOf('[#12] Siparişim'))).not.toBe(subjectKey(mailOf('[#13] Siparişim')));
  });

  it.each([
    ['no reply prefix', mailOf('Siparişim')],
    ['automatic', mailOf('Re: Siparişim', { isAutomatic: true })],
    ['no correspondent', mailOf('Re: Siparişim', { correspondent: ' ' })],
    ['no words', mailOf('Re: ')],
    ['only a tag', mailOf('Re: [Shop]')],
    ['only marks', mailOf('Re: ???')],
  ])('does not lead anywhere: %s', (_name, clues) => {
    expect(subjectFallbackKey(clues)).toBeNull();
  });

  it('never joins different people', () => {
    expect(subjectKey(mailOf('x', { correspondent: 'a@b.example' }))).not.toBe(subjectKey(mailOf('x')));
  });

  it('reaches two weeks', () => {
    expect(isWithinSubjectWindow(0, subjectWindowMs)).toBe(true);
    expect(isWithinSubjectWindow(subjectWindowMs + 1, 0)).toBe(false);
  });
});
