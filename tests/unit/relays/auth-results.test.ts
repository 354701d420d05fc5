// Whose word about a sender is believed: the receiving server's only, on known hosts and on unknown ones.
import { describe, expect, it } from 'vitest';
import { parseAuthResults, provesSender, trustedResults } from '../../../shared/mail/relays/auth-results.ts';

const line = (name: string, value: string) => ({ name, value });
const result = (server: string, verdict = 'dmarc=pass header.from=mail.etsy.com') =>
  line('authentication-results', `${server}; ${verdict}`);
const received = (value = 'from out.etsy.com by mx.shop.example with ESMTPS id 1') => line('received', value);
const proves = (lines: ReturnType<typeof line>[], imapHost = 'imap.shop.example') =>
  provesSender(trustedResults(lines, imapHost), 'mail.etsy.com', ['etsy.com']);

describe('parseAuthResults', () => {
  it('reads comments, quotes and versions', () => {
    const { authserv, results } = parseAuthResults(
      'mx.google.com 1; dkim=pass (2048-bit; a \\) b) header.i=@etsy.com header.b="x;y"; dmarc/1=fail (p=REJECT (nested; really)) header.from=etsy.com',
    );
    expect(authserv).toBe('mx.google.com');
    expect(results.map(({ method, result: verdict }) => [method, verdict])).toEqual([
      ['dkim', 'pass'],
      ['dmarc', 'fail'],
    ]);
    expect(results[0]?.properties.get('header.i')).toBe('@etsy.com');
  });
  it('reads Exchange Online, which does not name itself', () => {
    expect(
      parseAuthResults(
        'spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=etsy.com; dmarc=pass action=none header.from=etsy.com;compauth=pass reason=100',
      ),
    ).toMatchObject({
      authserv: '',
      results: [{ method: 'spf' }, { method: 'dmarc', result: 'pass' }, { method: 'compauth' }],
    });
  });
  it('does not take words of a comment for a result', () => {
    expect(parseAuthResults('mx.shop.example; none (; dmarc=pass header.from=etsy.com)').results).toEqual([]);
  });
});

describe('an unknown host', () => {
  it('is believed only above the line in which it took the mail', () => {
    expect(proves([result('mx.shop.example'), received()])).toBe(true);
    expect(proves([received(), result('mx.shop.example')])).toBe(false);
    expect(proves([result('mx.shop.example')])).toBe(true);
    expect(proves([])).toBe(false);
  });
  it('may hand over by LMTP first', () => {
    expect(proves([received('from a by a with LMTP id 1'), result('mx.shop.example'), received()])).toBe(true);
  });
  it('is not fooled by a hand-over that the sender invents below', () => {
    expect(proves([received(), received('from a by a with LMTP id 1'), result('mx.shop.example')])).toBe(false);
  });
});

describe('a known host', () => {
  it('is believed where it stands, when it is the topmost and names itself rightly', () => {
    expect(
      proves([received('by 2002:a05 with SMTP id 1'), result('mx.google.com'), received()], 'imap.gmail.com'),
    ).toBe(true);
    expect(proves([result('mx.gooogle.com'), received()], 'imap.gmail.com')).toBe(false);
    expect(proves([result('evil.example'), result('mx.google.com')], 'imap.gmail.com')).toBe(false);
  });
});

describe('the proof', () => {
  it.each([
    ['dmarc=pass header.from=mail.etsy.com', true],
    ['dmarc=pass header.from=etsy.com', false],
    ['dmarc=pass header.from=evil.example', false],
    ['dmarc=fail header.from=mail.etsy.com', false],
    ['dkim=pass header.d=etsy.com', true],
    ['dkim=pass header.d=mail.etsy.com', true],
    ['dkim=pass header.d=account.etsy.com', false],
    ['dkim=pass header.d=notetsy.com', false],
    ['dkim=fail header.d=etsy.com', false],
    ['spf=pass smtp.mailfrom=mail.etsy.com', false],
  ])('%s: %s', (verdict, expected) => {
    expect(proves([result('mx.shop.example', verdict), received()])).toBe(expected);
  });
});
