// The connection test against a real Dovecot and the SMTP sink, sound and broken in each way a shop meets.
import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { testConnection } from '../../electron/sync/connectors/email/connection-test.ts';
import { certificateKinds, type CertificateKind } from '../harness/certificates.ts';
import type { DovecotServer } from '../harness/dovecot.ts';
import { knownFaults } from '../harness/smtp-sink.ts';
import { connectionServers, failure, idle, onStarttls, onTls, outline, password, user } from './connection-servers.ts';

const mail = connectionServers();
const { otherDovecot, otherSink, deps, question, report } = mail;

describe('sound servers', () => {
  test('TLS', async () => {
    const result = await report({});
    expect(result.isOk).toBe(true);
    expect(outline(result, 'imap')).toBe('dns connect tls greeting login use');
    expect(outline(result, 'smtp')).toBe('dns connect tls greeting login use');
    expect(mail.sink.messages()).toEqual([]);
    expect(mail.sink.commands().slice(-3)).toEqual([`MAIL FROM:<${user}>`, 'RSET', 'QUIT']);
  });

  test('STARTTLS, by name', async () => {
    const result = await report({
      imap: onStarttls(mail.dovecot.imapPort, 'localhost'),
      smtp: onStarttls(mail.sink.port, 'localhost'),
    });
    expect(result.isOk).toBe(true);
    expect(outline(result, 'imap')).toBe('dns connect greeting tls login use');
    expect(outline(result, 'smtp')).toBe('dns connect greeting tls login use');
  });

  test.each(['LOGIN', 'CRAM-MD5'])('SMTP login by %s', async (method) => {
    const { tlsPort } = await otherSink({ authMethods: [method] });
    expect((await report({ smtp: onTls(tlsPort) })).isOk).toBe(true);
    const refused = await report({ smtp: onTls(tlsPort), password: 'no' });
    expect(failure(refused, 'smtp')).toMatchObject({ code: 'auth-failed' });
  });

  test('without encryption only on this machine and only for developers', async () => {
    const clearImap = await otherDovecot({ starttls: false });
    const clearSmtp = await otherSink({ starttls: false });
    const servers = {
      imap: { host: '127.0.0.1', port: clearImap.imapPort, security: 'none' as const },
      smtp: { host: 'localhost', port: clearSmtp.port, security: 'none' as const },
    };
    const allowed = await report(servers, deps(mail.dovecot.ca, true));
    expect(allowed.isOk).toBe(true);
    expect(outline(allowed, 'imap')).toBe('dns connect tls:skipped greeting login use');

    const refused = await report(servers);
    expect(outline(refused, 'imap')).toBe(
      'dns:skipped connect:skipped tls:failed greeting:skipped login:skipped use:skipped',
    );
    const elsewhere = await report(
      {
        imap: { host: 'mail.shop.example', port: 143, security: 'none' },
        smtp: { host: '192.0.2.1', port: 25, security: 'none' },
      },
      deps(mail.dovecot.ca, true),
    );
    for (const server of ['imap', 'smtp'] as const)
      expect(failure(elsewhere, server)).toMatchObject({ code: 'tls-untrusted' });
  });
});

describe('the way there', () => {
  test('closed port', async () => {
    const result = await report({ imap: onTls(1), smtp: onStarttls(1) });
    expect(outline(result, 'imap')).toBe('dns connect:failed tls:skipped greeting:skipped login:skipped use:skipped');
    for (const server of ['imap', 'smtp'] as const) {
      expect(failure(result, server)).toMatchObject({
        code: 'offline',
        detail: { reason: 'connection-refused', port: 1 },
      });
    }
  });

  test('unknown host, while the other server is told by itself', async () => {
    const result = await report({ imap: onTls(993, 'mail.nowhere.invalid') });
    expect(outline(result, 'imap')).toBe(
      'dns:failed connect:skipped tls:skipped greeting:skipped login:skipped use:skipped',
    );
    const error = failure(result, 'imap');
    expect(error).toMatchObject({ code: 'offline', detail: { host: 'mail.nowhere.invalid' } });
    expect(['unknown-host', 'no-network']).toContain(error?.detail?.['reason']);
    expect(outline(result, 'smtp')).toBe('dns connect tls greeting login use');
  });

  test('TLS asked of a port that begins in clear, and the reverse', async () => {
    const tlsOnClear = await report({ imap: onTls(mail.dovecot.imapPort), smtp: onTls(mail.sink.port) });
    for (const server of ['imap', 'smtp'] as const) {
      expect(outline(tlsOnClear, server)).toMatch(/^dns connect tls:failed/u);
      expect(failure(tlsOnClear, server)).toMatchObject({ code: 'unsupported', detail: { reason: 'not-tls' } });
    }
    const clearOnTls = await report({
      imap: onStarttls(mail.dovecot.imapsPort),
      smtp: onStarttls(mail.sink.tlsPort),
    });
    for (const server of ['imap', 'smtp'] as const) {
      expect(outline(clearOnTls, server)).toMatch(/^dns connect greeting:failed/u);
      expect(failure(clearOnTls, server)).toMatchObject({ code: 'offline', detail: { reason: 'timeout' } });
    }
  });

  test('the ports of the two servers exchanged', async () => {
    const result = await report({ imap: onTls(mail.sink.tlsPort), smtp: onTls(mail.dovecot.imapsPort) });
    for (const server of ['imap', 'smtp'] as const) {
      expect(failure(result, server)).toMatchObject({ code: 'unsupported', detail: { reason: 'wrong-protocol' } });
    }
  });

  test('a server that hangs up, resets or falls silent at each point', async () => {
    for (const cut of ['rst', 'fin', 'stall'] as const) {
      for (const at of [
        'greeting',
        'ehlo',
        'starttls',
        'handshake',
        'ehlo-tls',
        'auth',
        'auth-verdict',
        'mail',
      ] as const) {
        mail.sink.setFault({ at, cut });
        const result = await testConnection(
          question({ smtp: onStarttls(mail.sink.port) }),
          deps(),
          () => undefined,
          idle,
          {
            connectMs: 300,
            answerMs: 300,
          },
        );
        expect({ at, cut, error: failure(result, 'smtp') }).toMatchObject({ error: { code: 'offline' } });
        expect(outline(result, 'imap')).toBe('dns connect tls greeting login use');
      }
    }
  });
});

describe('certificates', () => {
  const reasons: Record<CertificateKind, string | undefined> = {
    good: undefined,
    wrongHost: 'wrong-host',
    expired: 'expired',
    selfSigned: 'self-signed',
    unknownIssuer: 'unknown-issuer',
  };

  test.each(certificateKinds.filter((kind) => kind !== 'good'))(
    '%s: told with what it shows, and passed once the person trusts it',
    async (certificate) => {
      const imapServer = await otherDovecot({ certificate });
      const smtpServer = await otherSink({ certificate, certificates: imapServer.certificates });
      const result = await report(
        { imap: onTls(imapServer.imapsPort), smtp: onStarttls(smtpServer.port) },
        deps(imapServer.ca),
      );
      expect(outline(result, 'imap')).toBe('dns connect tls:failed greeting:skipped login:skipped use:skipped');
      expect(outline(result, 'smtp')).toBe('dns connect greeting tls:failed login:skipped use:skipped');
      for (const server of ['imap', 'smtp'] as const) {
        expect(failure(result, server)).toMatchObject({
          code: 'tls-untrusted',
          detail: { reason: reasons[certificate], host: '127.0.0.1' },
        });
        expect(failure(result, server)?.detail?.['fingerprint']).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/u);
        expect(failure(result, server)?.detail?.['subject']).toBe(
          certificate === 'wrongHost' ? 'other.example' : 'localhost',
        );
        expect(failure(result, server)?.detail).not.toHaveProperty('hasChanged');
      }
      expect(mail.sink.commands().concat(smtpServer.commands()).join()).not.toContain('AUTH');

      const trustedFingerprint = String(failure(result, 'imap')?.detail?.['fingerprint']);
      const trusted = {
        imap: { ...onTls(imapServer.imapsPort), trustedFingerprint },
        smtp: { ...onStarttls(smtpServer.port), trustedFingerprint },
      };
      expect((await report(trusted, deps(imapServer.ca))).isOk).toBe(true);

      const other = trustedFingerprint.replace(/^../u, (first) => (first === '00' ? '11' : '00'));
      const changed = await report(
        { ...trusted, imap: { ...trusted.imap, trustedFingerprint: other } },
        deps(imapServer.ca),
      );
      expect(failure(changed, 'imap')).toMatchObject({ code: 'tls-untrusted', detail: { hasChanged: true } });
    },
  );

  test('TLS older than 1.2', async () => {
    const old = await otherSink({
      tls: { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' },
    });
    const result = await report({ smtp: onTls(old.tlsPort) });
    expect(failure(result, 'smtp')).toMatchObject({ code: 'tls-untrusted', detail: { reason: 'old-tls' } });
  });
});

describe('logins', () => {
  test('wrong password', async () => {
    const result = await report({ password: 'wrong' });
    for (const server of ['imap', 'smtp'] as const) {
      expect(outline(result, server)).toBe('dns connect tls greeting login:failed use:skipped');
      expect(failure(result, server)).toMatchObject({ code: 'auth-failed' });
      expect(failure(result, server)?.message).toMatch(/authentication/iu);
    }
    expect(mail.sink.commands().filter((command) => command.startsWith('AUTH')).length).toBe(1);
  });

  test('servers that take tokens only', async () => {
    const imapServer = await otherDovecot({
      authMechanisms: 'xoauth2 oauthbearer',
      oauthIntrospectionUrl: 'http://127.0.0.1:1/',
    });
    const smtpServer = await otherSink({ authMethods: ['XOAUTH2'] });
    const result = await report(
      { imap: onTls(imapServer.imapsPort), smtp: onTls(smtpServer.tlsPort) },
      deps(imapServer.ca),
    );
    expect(failure(result, 'imap')).toMatchObject({ code: 'unsupported', detail: { reason: 'oauth-only' } });
    const smtp = await report({ smtp: onTls(smtpServer.tlsPort) });
    expect(failure(smtp, 'smtp')).toMatchObject({ code: 'unsupported', detail: { reason: 'oauth-only' } });
    expect(smtpServer.commands().join()).not.toContain('AUTH');
  });

  test.each([
    [
      '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
      'unsupported',
      { reason: 'oauth-only' },
    ],
    [
      '534 5.7.9 Application-specific password required. For more information, go to https://example.com',
      'auth-failed',
      { hint: 'app-password' },
    ],
    ['535 5.7.8 Error: authentication failed: IMAP is disabled', 'auth-failed', { hint: 'enable-imap' }],
    ['454 4.7.0 Temporary authentication failure', 'server-busy', undefined],
  ])('the words %j', async (reply, code, detail) => {
    mail.sink.setFault({ at: 'auth-verdict', reply });
    const error = failure(await report({}), 'smtp');
    expect(error).toMatchObject({ code, message: reply });
    if (detail !== undefined) expect(error?.detail).toMatchObject(detail);
  });

  test('too many connections', async () => {
    mail.sink.setFault(knownFaults.tooBusy);
    const busy = await otherDovecot({ maxUserIpConnections: 1 });
    const session = await holdSession(busy);
    const result = await report({ imap: onTls(busy.imapsPort) }, deps(busy.ca));
    expect(failure(result, 'imap')).toMatchObject({ code: 'server-busy' });
    session.destroy();
    const other = await report({});
    expect(outline(other, 'smtp')).toBe('dns connect tls greeting:failed login:skipped use:skipped');
    expect(failure(other, 'smtp')).toMatchObject({
      code: 'server-busy',
      message: expect.stringContaining('Too many') as string,
    });
  });

  test('a sender that the server does not let this login use', async () => {
    const strict = await otherSink({ ownSenderOnly: true });
    const result = await report({ smtp: onTls(strict.tlsPort), address: 'bob@test.local' });
    expect(outline(result, 'smtp')).toBe('dns connect tls greeting login use:failed');
    expect(failure(result, 'smtp')).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('not owned') as string,
    });
  });

  test.each(['line\r\nbreak', 'nul\u0000', ''])('a password that cannot be sent: %j', async (bad) => {
    const result = await report({ password: bad });
    expect(failure(result, 'imap')).toMatchObject({ code: 'bad-data' });
    expect(mail.sink.commands().join()).not.toContain('AUTH');
  });

  test('it stops when asked, at any moment', async () => {
    for (const at of ['greeting', 'auth', 'mail'] as const) {
      mail.sink.setFault({ at, cut: 'stall' });
      const stop = new AbortController();
      const test = testConnection(question({}), deps(), (step) => {
        if (step.server === 'imap' && step.step === 'use') stop.abort();
      }, stop.signal); // prettier-ignore
      await expect(test).rejects.toMatchObject({ code: 'cancelled' });
    }
    const late = new AbortController();
    late.abort();
    await expect(testConnection(question({}), deps(), () => undefined, late.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

/** A session that stays, by hand: what another computer of the shop has open. */
async function holdSession(server: DovecotServer): Promise<Socket> {
  const { connect } = await import('node:net');
  const socket = connect(server.imapPort, '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    let heard = '';
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
      if (/^a OK/mu.test(heard)) resolve();
    });
    socket.write(`a LOGIN ${user} ${password}\r\n`);
  });
  return socket;
}
