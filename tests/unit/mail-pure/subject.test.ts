// Subjects: prefixes of many languages go, everything else stays.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseSubject, hasReplyPrefix, replySubject } from '../../../shared/mail/subject.ts';

describe('baseSubject', () => {
  it.each([
    'Re: Siparişim',
    'RE: Siparişim',
    'Re : Siparişim',
    'Re: Re: Fwd: Siparişim',
    'RE[2]: Siparişim',
    'Re(3): Siparişim',
    'Re^2: Siparişim',
    'Fw: Siparişim',
    'FWD:Siparişim',
    'AW: Siparişim',
    'Antw: Siparişim',
    'WG: Siparişim',
    'SV: Siparişim',
    'Odp: Siparişim',
    'TR : Siparişim',
    'Ynt: Siparişim',
    'YNT: Siparişim',
    'Yan: Siparişim',
    'İlt: Siparişim',
    'ilt: Siparişim',
    'Cvp: Siparişim',
    'ΑΠ: Siparişim',
    'Απ: Siparişim',
    'ΣΧΕΤ: Siparişim',
    'ΠΡΘ: Siparişim',
    'Ynt: ΑΠ: Re: AW: Siparişim',
    '回复：Siparişim',
    'Re:\r\n Siparişim',
    'Re: Siparişim (fwd)',
  ])('of %j', (subject) => {
    expect(baseSubject(subject)).toBe('Siparişim');
    expect(hasReplyPrefix(subject)).toBe(true);
    expect(replySubject(subject)).toBe('Re: Siparişim');
  });

  it.each([
    ['Siparişim', 'Siparişim'],
    ['Return: broken', 'Return: broken'],
    ['Regarding my order', 'Regarding my order'],
    ['Sipariş: TY-12345', 'Sipariş: TY-12345'],
    ['12: x', '12: x'],
    ['Ref: TY-12345', 'Ref: TY-12345'],
    ['', ''],
  ])('leaves %j', (subject, expected) => {
    expect(baseSubject(subject)).toBe(expected);
    expect(hasReplyPrefix(subject)).toBe(false);
  });

  it.each([
    ['[Shop #12] Re: hello', '[Shop #12] hello'],
    ['Re: [Shop] Re: [Shop] hello', '[Shop] hello'],
    ['Re: [a] [b] hello [c]', '[a] [b] hello [c]'],
  ])('keeps tags: %j', (subject, expected) => {
    expect(baseSubject(subject)).toBe(expected);
  });

  it('has nothing left to take, and a reply to a reply keeps its subject', () => {
    const part = fc.constantFrom(
      'Re: ',
      'Ynt:',
      'ΑΠ: ',
      '[tag] ',
      'Re[2]: ',
      ' ',
      'x',
      ':',
      '(fwd)',
      '\r\n',
      '[',
      '🙂',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const subject = parts.join('');
        expect(baseSubject(baseSubject(subject))).toBe(baseSubject(subject));
        expect(replySubject(replySubject(subject))).toBe(replySubject(subject));
        expect(replySubject(subject)).toMatch(/^Re:(?: \P{Cc}+)?$/u);
      }),
    );
  });
});
