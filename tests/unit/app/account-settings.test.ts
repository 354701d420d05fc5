// Server settings of the account form, and advice about steps that failed.
import { describe, expect, it } from 'vitest';
import {
  emptyServers,
  withHost,
  withSecurity,
  withTrust,
} from '../../../renderer/app/screens/accounts/server-defaults.ts';
import { adviceFor, apiAdviceFor } from '../../../renderer/app/screens/accounts/step-advice.ts';
import { accountErrorText, errorText } from '../../../renderer/app/text/error-text.ts';
import { errorCodes } from '../../../shared/errors.ts';
import type { ConnectionStep } from '../../../shared/model/discovery.ts';
import en from '../../../renderer/app/text/en.json';

describe('servers', () => {
  it('are guessed from the address where nothing else is known', () => {
    expect(emptyServers(' me@shop.example ')).toEqual({
      userName: 'me@shop.example',
      imap: { host: 'imap.shop.example', port: 993, security: 'tls' },
      smtp: { host: 'smtp.shop.example', port: 465, security: 'tls' },
    });
    expect(emptyServers('me').imap.host).toBe('');
  });

  it('move to the usual port with another encryption, but keep a port of their own', () => {
    const { smtp } = emptyServers('me@shop.example');
    expect(withSecurity('smtp', smtp, 'starttls')).toMatchObject({ security: 'starttls', port: 587 });
    expect(withSecurity('smtp', { ...smtp, port: 2465 }, 'starttls')).toMatchObject({ port: 2465 });
  });

  it('trust a certificate for one server only, and no longer when its name changes', () => {
    const trusted = withTrust(emptyServers('me@shop.example'), 'imap', 'AB:CD');
    expect(trusted.imap.trustedFingerprint).toBe('AB:CD');
    expect(trusted.smtp.trustedFingerprint).toBeUndefined();
    expect(withHost(trusted.imap, 'mail.shop.example')).toEqual({
      host: 'mail.shop.example',
      port: 993,
      security: 'tls',
    });
  });
});

describe('apiAdviceFor', () => {
  it('has a sentence for every step and every error, and none about ports or mailboxes', () => {
    for (const step of ['connect', 'login', 'use'] as const) {
      for (const code of errorCodes) {
        const id = apiAdviceFor({ server: 'api', step, result: 'failed', tookMs: 1, error: { code, message: '' } });
        expect(en).toHaveProperty([id]);
        expect((en as Record<string, string>)[id]).not.toMatch(/\b(?:ports?|IMAP|SMTP|mailbox|password)\b/i);
      }
    }
  });

  it('tells a marketplace that is away from one that has trouble', () => {
    const failed = (step: 'connect' | 'use', status?: number): ConnectionStep => ({
      server: 'api',
      step,
      result: 'failed',
      tookMs: 1,
      error: { code: 'offline', message: '', ...(status === undefined ? {} : { detail: { status } }) },
    });
    expect(apiAdviceFor(failed('connect'))).toBe('advice.api.connect');
    expect(apiAdviceFor(failed('use', 502))).toBe('advice.api.use');
  });
});

describe('accountErrorText', () => {
  it('speaks of keys where there is no password', () => {
    expect(accountErrorText('auth-failed', 'email')).toEqual(errorText('auth-failed'));
    expect(accountErrorText('auth-failed', 'trendyol')).toEqual({
      what: 'error.keysRefused.what',
      next: 'error.keysRefused.next',
    });
    expect(accountErrorText('offline', 'trendyol')).toEqual(errorText('offline'));
  });
});

describe('adviceFor', () => {
  const steps = ['dns', 'connect', 'tls', 'greeting', 'login', 'use'] as const;

  it('has a sentence for every step and every error', () => {
    for (const step of steps) {
      for (const code of errorCodes) {
        const failed: ConnectionStep = {
          server: 'imap',
          step,
          result: 'failed',
          tookMs: 1,
          error: { code, message: '' },
        };
        for (const isSignIn of [false, true]) expect(en).toHaveProperty([adviceFor(failed, isSignIn)]);
      }
    }
  });

  it.each([
    ['self-signed', 'advice.selfSigned'],
    ['expired', 'advice.expired'],
    ['wrong-host', 'advice.wrongHost'],
    ['unknown-issuer', 'advice.unknownIssuer'],
    ['no-starttls', 'advice.noStarttls'],
    ['old-tls', 'advice.oldTls'],
    ['something new', 'advice.tls'],
  ])('tells apart why a certificate is not trusted: %s', (reason, advice) => {
    const error = { code: 'tls-untrusted', message: '', detail: { reason } } as const;
    expect(adviceFor({ server: 'smtp', step: 'tls', result: 'failed', tookMs: 1, error }, false)).toBe(advice);
  });

  it.each([
    ['oauth-only', false, 'advice.oauthOnly'],
    ['no-token-login', true, 'advice.noTokenLogin'],
  ])('tells which way to log in a server takes: %s', (reason, isSignIn, advice) => {
    const error = { code: 'unsupported', message: '', detail: { reason } } as const;
    expect(adviceFor({ server: 'imap', step: 'login', result: 'failed', tookMs: 1, error }, isSignIn)).toBe(advice);
  });
});
