// The sound servers that tests of the connection test ask about, others beside them, and how its reports are read.
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { TestDeps } from '../../electron/sync/connectors/connector.ts';
import { testConnection, type MailQuestion } from '../../electron/sync/connectors/email/connection-test.ts';
import type { Server } from '../../shared/model/account.ts';
import { connectionReportSchema, type ConnectionReport, type ConnectionStep } from '../../shared/model/discovery.ts';
import { startDovecot, type DovecotOptions, type DovecotServer } from '../harness/dovecot.ts';
import { startSmtpSink, type SmtpSink, type SmtpSinkOptions } from '../harness/smtp-sink.ts';
import { depsFor } from './mail-account.ts';

export const user = 'alice@test.local';
export const password = 'secret-alice';
export const idle = new AbortController().signal;
const quick = { connectMs: 2_000, answerMs: 500 };

export const onTls = (port: number, host = '127.0.0.1'): Server => ({ host, port, security: 'tls' });
export const onStarttls = (port: number, host = '127.0.0.1'): Server => ({ host, port, security: 'starttls' });

interface Asked extends Partial<MailQuestion['servers']> {
  address?: string;
  password?: string;
}

/** Starts both servers before the tests of a file and stops everything after them; `dovecot` and `sink` are there within tests only. */
export function connectionServers() {
  let dovecot: DovecotServer;
  let sink: SmtpSink;
  const toStop: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    dovecot = await startDovecot();
    sink = await startSmtpSink({ certificates: dovecot.certificates });
  });
  afterEach(async () => {
    sink.setFault();
    sink.clear();
    for (const stop of toStop.splice(0)) await stop();
  });
  afterAll(async () => {
    await Promise.all([dovecot.stop(), sink.stop()]);
  });

  /** Stopped after the test. */
  function untilTestEnds<T extends { stop(): Promise<void> }>(server: T): T {
    toStop.push(() => server.stop());
    return server;
  }

  const deps = (ca = dovecot.ca, allowsPlaintextOnLoopback = false): TestDeps =>
    depsFor({ ca, users: {} }, user, { allowsPlaintextOnLoopback });

  function question({ address = user, password: given = password, ...servers }: Asked): MailQuestion {
    return {
      servers: { userName: user, imap: onTls(dovecot.imapsPort), smtp: onTls(sink.tlsPort), ...servers },
      address,
      secrets: given === '' ? {} : { password: given },
    };
  }

  return {
    get dovecot() {
      return dovecot;
    },
    get sink() {
      return sink;
    },
    otherDovecot: async (options: DovecotOptions): Promise<DovecotServer> => untilTestEnds(await startDovecot(options)),
    otherSink: async (options: SmtpSinkOptions): Promise<SmtpSink> =>
      untilTestEnds(await startSmtpSink({ certificates: dovecot.certificates, ...options })),
    untilTestEnds,
    deps,
    question,
    async report(asked: Asked, given: TestDeps = deps()): Promise<ConnectionReport> {
      const told: ConnectionStep[] = [];
      const result = await testConnection(question(asked), given, (step) => told.push(step), idle, quick);
      connectionReportSchema.parse(result);
      expect(told.filter(({ server }) => server === 'imap')).toEqual(
        result.steps.filter(({ server }) => server === 'imap'),
      );
      expect(told.length).toBe(result.steps.length);
      expect(JSON.stringify(result)).not.toContain(password);
      return result;
    },
  };
}

export const outline = ({ steps }: ConnectionReport, server: 'imap' | 'smtp'): string =>
  steps
    .filter((step) => step.server === server)
    .map(({ step, result }) => (result === 'ok' ? step : `${step}:${result}`))
    .join(' ');

export const failure = ({ steps }: ConnectionReport, server: 'imap' | 'smtp'): ConnectionStep['error'] =>
  steps.find((step) => step.server === server && step.result === 'failed')?.error;
