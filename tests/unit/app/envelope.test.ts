// Whom a reply, a reply to all and a forwarded mail go to.
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../shared/model/account.ts';
import type { MessageWithText } from '../../../renderer/app/reads/use-messages.ts';
import { answeredOf, envelopeFor, envelopeProblem } from '../../../renderer/app/screens/composer/envelope.ts';

const shop = { name: 'Mavi Çini', address: 'shop@defter.test' };
const ayse = { name: 'Ayşe', address: 'ayse@customer.example' };
const kargo = { name: 'Kargo', address: 'kargo@carrier.example' };
const account = { id: 'a', address: shop.address } as unknown as Account;

function message(direction: 'in' | 'out'): MessageWithText {
  const isIn = direction === 'in';
  return {
    direction,
    from: isIn ? ayse : shop,
    to: isIn ? [shop, kargo] : [ayse],
    cc: [],
    replyTo: [],
    subject: 'Re: Siparişim',
    inReplyTo: [],
    references: [],
    text: '',
  } as unknown as MessageWithText;
}

describe('the envelope', () => {
  const answered = answeredOf([message('in'), message('out')]);

  it('answers the newest message of the customer', () => {
    expect(answered?.direction).toBe('in');
    expect(envelopeFor('reply', answered, account)).toEqual({ to: [ayse], cc: [], subject: 'Re: Siparişim' });
  });

  it('copies the others when all are answered, never ourselves', () => {
    expect(envelopeFor('reply-all', answered, account)).toEqual({ to: [ayse], cc: [kargo], subject: 'Re: Siparişim' });
  });

  it('starts without anybody when a mail is passed on or a new one begun', () => {
    expect(envelopeFor('forward', answered, account)).toEqual({ to: [], cc: [], subject: 'Fwd: Siparişim' });
    expect(envelopeFor('new', undefined, account)).toEqual({ to: [], cc: [], subject: '' });
  });

  it('says what keeps it from being used', () => {
    const to = (address: string) => ({ to: [{ name: '', address }], cc: [], subject: '' });
    expect(envelopeProblem({ to: [], cc: [], subject: '' }, true)).toBe('nobody');
    expect(envelopeProblem(to('ayse@'), true)).toBe('bad-address');
    expect(envelopeProblem(to('buyer-17'), false)).toBeNull();
    expect(envelopeProblem(to('ayse@customer.example'), true)).toBeNull();
  });
});
