// Addresses: what servers send is read, what we send is well formed, and no header can be smuggled in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import {
  formatAddress,
  isEmailAddress,
  isNoReply,
  normaliseAddress,
  parseAddressList,
} from '../../../shared/mail/addresses.ts';

describe('parseAddressList', () => {
  it.each<[string, [string, string][]]>([
    ['ayse@shop.example', [['', 'ayse@shop.example']]],
    ['Ayşe Yılmaz <ayse@shop.example>', [['Ayşe Yılmaz', 'ayse@shop.example']]],
    [
      '"Yılmaz, Ayşe" <a@b.example>, c@d.example',
      [
        ['Yılmaz, Ayşe', 'a@b.example'],
        ['', 'c@d.example'],
      ],
    ],
    ['Yılmaz, Ayşe <a@b.example>', [['Yılmaz, Ayşe', 'a@b.example']]],
    ['"Say \\"hi\\" \\\\" <a@b.example>', [['Say "hi" \\', 'a@b.example']]],
    ['a@b.example (Ayşe K.)', [['Ayşe K.', 'a@b.example']]],
    [
      'Team: a@b.example, C <c@d.example>;, e@f.example',
      [
        ['', 'a@b.example'],
        ['C', 'c@d.example'],
        ['', 'e@f.example'],
      ],
    ],
    ['undisclosed-recipients:;', []],
    [
      'a@b.example; c@d.example',
      [
        ['', 'a@b.example'],
        ['', 'c@d.example'],
      ],
    ],
    [
      '<a@b.example>,, <c@d.example>',
      [
        ['', 'a@b.example'],
        ['', 'c@d.example'],
      ],
    ],
    ['Ayşe a@b.example', [['Ayşe', 'a@b.example']]],
    ['"a@b.example" <a@b.example>', [['', 'a@b.example']]],
    ['Long\r\n Name <long@\r\n b.example>', [['Long Name', 'long@b.example']]],
    ['<@relay.example:a@b.example>', [['', 'a@b.example']]],
    [
      '"Open <a@b.example>, C <c@d.example>',
      [
        ['Open', 'a@b.example'],
        ['C', 'c@d.example'],
      ],
    ],
    ['Smile :) <a@b.example>', [[')', 'a@b.example']]],
    ['A <a@b.example', [['A', 'a@b.example']]],
    ['root, nobody', []],
    [`${'x'.repeat(400)}@b.example`, []],
    ['', []],
  ])('of %j', (header, expected) => {
    expect(parseAddressList(header)).toEqual(expected.map(([name, address]) => ({ name, address })));
  });

  it('gives names and addresses without control characters, whatever the header', () => {
    const junk = fc.string({ unit: fc.constantFrom(...Array.from('ab@.,;:<>()"\\ \r\n\0[]=?ş')), maxLength: 80 });
    fc.assert(
      fc.property(junk, (header) => {
        for (const { name, address } of parseAddressList(header)) {
          expect(address).toMatch(/^[^\s\p{Cc}]*@[^\s\p{Cc}]*$/u);
          expect(name).toMatch(/^\P{Cc}*$/u);
        }
      }),
    );
  });

  it('reads back what formatAddress writes', () => {
    const name = fc.string({ unit: fc.constantFrom(...Array.from('aŞ ,.<>()"\\@:;[]=?')), maxLength: 20 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        const written = names.map((one, index) => ({
          name: one.replace(/ +/g, ' ').trim(),
          address: `u${index}@b.example`,
        }));
        expect(parseAddressList(written.map(formatAddress).join(', '))).toEqual(written);
      }),
    );
  });
});

describe('formatAddress', () => {
  it.each([
    ['', 'a@b.example', 'a@b.example'],
    ['Ayşe Yılmaz', 'a@b.example', 'Ayşe Yılmaz <a@b.example>'],
    ['Yılmaz, Ayşe', 'a@b.example', '"Yılmaz, Ayşe" <a@b.example>'],
    ['A "B" C\\D', 'a@b.example', '"A \\"B\\" C\\\\D" <a@b.example>'],
    ['x@y.example', 'a@b.example', '"x@y.example" <a@b.example>'],
    ['Tab\there', 'a@b.example', 'Tab here <a@b.example>'],
  ])('%j and %j', (name, address, expected) => {
    expect(formatAddress({ name, address })).toBe(expected);
  });

  it.each([
    ['A\r\nBcc: c@d.example', 'a@b.example'],
    ['A', 'a@b.example\nBcc: c@d.example'],
    ['A\0', 'a@b.example'],
    ['A', 'nobody'],
    ['A', 'a@b.example, c@d.example'],
    ['A', 'a@b.example> <c@d.example'],
    ['A', ''],
  ])('refuses %j and %j', (name, address) => {
    expect(() => formatAddress({ name, address })).toThrow(AppError);
    expect(() => formatAddress({ name, address })).toThrow(expect.objectContaining({ code: 'bad-data' }));
  });

  it('never writes a line break', () => {
    const part = fc.string({
      unit: fc.constantFrom('a', '@', '.', '\r', '\n', '\0', ' ', '"', '<', 'ş', '\u2028'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(part, part, (name, local) => {
        try {
          expect(formatAddress({ name, address: `${local}@b.example` })).not.toMatch(/[\r\n\0]/);
        } catch (error) {
          expect(error).toMatchObject({ code: 'bad-data' });
        }
      }),
    );
  });
});

describe('isEmailAddress', () => {
  it.each([
    'a@b.example',
    'a.b+c@d-e.example',
    'müşteri@dükkan.example',
    '"a b"@c.example',
    'a@localhost',
    'a@[127.0.0.1]',
  ])('takes %j', (address) => {
    expect(isEmailAddress(address)).toBe(true);
  });
  it.each([
    '',
    '@',
    'a@',
    '@b.example',
    'a b@c.example',
    'a@b..example',
    'a@-b.example',
    'a@b.example.',
    `${'a'.repeat(65)}@b.example`,
  ])('refuses %j', (address) => {
    expect(isEmailAddress(address)).toBe(false);
  });
});

describe('normaliseAddress', () => {
  it.each([
    [' Ayse+Tr@Shop.Example ', 'ayse+tr@shop.example'],
    ['<A@B.example>', 'a@b.example'],
    ['İ@b.example', 'İ@b.example'],
  ])('%j', (address, expected) => {
    expect(normaliseAddress(address)).toBe(expected);
    expect(normaliseAddress(expected)).toBe(expected);
  });
});

describe('isNoReply', () => {
  it.each([
    'noreply@shop.example',
    'No-Reply@Shop.example',
    'no_reply+12@shop.example',
    'mail-noreply@shop.example',
    'noreply-orders@shop.example',
    'donotreply@shop.example',
    'do-not-reply@shop.example',
    'yanitlamayin@shop.example',
    'yanıtlama@shop.example',
    'mailer-daemon@shop.example',
    'bounce+a=b@shop.example',
    'auto-communication@shop.example',
    'x123@noreply.shop.example',
  ])('%s', (address) => {
    expect(isNoReply(address)).toBe(true);
  });
  it.each([
    'info@shop.example',
    'casino.reply@shop.example',
    'noriko@shop.example',
    'reply@shop.example',
    'bouncer@shop.example',
  ])('not %s', (address) => {
    expect(isNoReply(address)).toBe(false);
  });
});
