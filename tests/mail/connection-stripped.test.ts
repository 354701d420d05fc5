// The connection test against servers, or somebody before them, that take encryption away or talk without end or sense.
import { createServer, type AddressInfo, type Server as NetServer, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { startTcpFront } from '../harness/tcp-front.ts';
import { connectionServers, failure, onStarttls, outline, password, user } from './connection-servers.ts';

const { otherDovecot, otherSink, untilTestEnds, report } = connectionServers();

describe('encryption taken away', () => {
  const secretForms = [
    password,
    Buffer.from(`\u0000${user}\u0000${password}`).toString('base64'),
    Buffer.from(password).toString('base64'),
    'LOGIN',
    'AUTH',
  ];
  const expectNoSecret = (wire: string): void => {
    for (const form of secretForms) expect(wire).not.toContain(form);
  };

  test('servers without STARTTLS get nothing', async () => {
    const imapServer = await otherDovecot({ starttls: false });
    const smtpServer = await otherSink({ starttls: false });
    let wire = '';
    const front = untilTestEnds(
      await startTcpFront({
        targetPort: imapServer.imapPort,
        onClientBytes: (_link, bytes) => {
          wire += bytes.toString('latin1');
          return true;
        },
      }),
    );

    const result = await report({ imap: onStarttls(front.port), smtp: onStarttls(smtpServer.port) });
    for (const server of ['imap', 'smtp'] as const) {
      expect(outline(result, server)).toBe('dns connect greeting tls:failed login:skipped use:skipped');
      expect(failure(result, server)).toMatchObject({ code: 'tls-untrusted', detail: { reason: 'no-starttls' } });
    }
    expect(wire).toContain('CAPABILITY');
    expectNoSecret(wire);
    expectNoSecret(smtpServer.wire().toString('latin1'));
  });

  /** A server in the middle that answers by a script: what to say at first, and to each line that fits. */
  async function scripted(
    greeting: string,
    answers: readonly [RegExp, string][],
  ): Promise<{ port: number; wire: () => string }> {
    let wire = '';
    const sockets = new Set<Socket>();
    const server: NetServer = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.write(greeting);
      socket.on('data', (chunk: Buffer) => {
        const heard = chunk.toString('latin1');
        wire += heard;
        const answer = answers.find(([pattern]) => pattern.test(heard))?.[1];
        if (answer !== undefined) socket.write(answer);
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    untilTestEnds({
      async stop() {
        for (const socket of sockets) socket.destroy();
        await new Promise((resolve) => server.close(resolve));
      },
    });
    return { port: (server.address() as AddressInfo).port, wire: () => wire };
  }

  const imapCapability: [RegExp, string] = [
    /CAPABILITY/u,
    '* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN\r\nprobe1 OK done\r\n',
  ];
  const smtpEhlo: [RegExp, string] = [/EHLO/u, '250-here\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN\r\n'];

  test.each<[string, 'imap' | 'smtp', string, [RegExp, string][]]>([
    ['PREAUTH', 'imap', '* PREAUTH welcome\r\n', [imapCapability]],
    ['a no to STARTTLS', 'imap', '* OK\r\n', [imapCapability, [/STARTTLS/u, 'probe1 NO not now\r\n']]],
    ['a bad to STARTTLS', 'imap', '* OK\r\n', [imapCapability, [/STARTTLS/u, 'probe1 BAD what\r\n']]],
    [
      'words behind the yes',
      'imap',
      '* OK\r\n',
      [imapCapability, [/STARTTLS/u, 'probe1 OK go\r\n* CAPABILITY AUTH=PLAIN\r\nprobe1 OK\r\n']],
    ],
    [
      'a yes without a handshake',
      'imap',
      '* OK\r\n',
      [imapCapability, [/STARTTLS/u, 'probe1 OK go\r\n'], [/^[^A-Za-z]/u, '* CAPABILITY AUTH=PLAIN\r\n']],
    ],
    ['a no to STARTTLS', 'smtp', '220 here\r\n', [smtpEhlo, [/STARTTLS/u, '502 no\r\n']]],
    ['words behind the yes', 'smtp', '220 here\r\n', [smtpEhlo, [/STARTTLS/u, '220 go\r\n250 AUTH PLAIN\r\n']]],
    [
      'a yes without a handshake',
      'smtp',
      '220 here\r\n',
      [smtpEhlo, [/STARTTLS/u, '220 go\r\n'], [/^[^A-Za-z]/u, '250 AUTH PLAIN\r\n']],
    ],
  ])('%s (%s)', async (_name, server, greeting, answers) => {
    const { port, wire } = await scripted(greeting, answers);
    const result = await report({ [server]: onStarttls(port) });
    expect(['tls-untrusted', 'unsupported']).toContain(failure(result, server)?.code);
    expectNoSecret(wire());
  });

  test('answers without end or sense', async () => {
    const endlessLine = await scripted(`* OK ${'x'.repeat(200_000)}`, []);
    const endlessAnswer = await scripted('220 here\r\n', [[/EHLO/u, '250-x\r\n'.repeat(5_000)]]);
    const result = await report({ imap: onStarttls(endlessLine.port), smtp: onStarttls(endlessAnswer.port) });
    for (const server of ['imap', 'smtp'] as const) expect(failure(result, server)).toMatchObject({ code: 'bad-data' });
    const web = await scripted('HTTP/1.1 400 Bad Request\r\n\r\n', []);
    const wrong = await report({ imap: onStarttls(web.port), smtp: onStarttls(web.port) });
    for (const server of ['imap', 'smtp'] as const) {
      expect(failure(wrong, server)).toMatchObject({ code: 'unsupported', detail: { reason: 'wrong-protocol' } });
    }
  });

  test('a server that says goodbye as greeting', async () => {
    const full = await scripted('* BYE Too many connections from your address\r\n', []);
    const result = await report({ imap: onStarttls(full.port) });
    expect(failure(result, 'imap')).toMatchObject({
      code: 'server-busy',
      message: expect.stringContaining('Too many') as string,
    });
  });
});
