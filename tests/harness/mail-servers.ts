// A shop's mail servers for journeys: a real Dovecot, and an SMTP server that delivers into it.
import { startDovecot, type DovecotServer } from './dovecot.ts';
import type { SignInServer } from './sign-in-server.ts';
import { startSmtpSink, type SmtpSink } from './smtp-sink.ts';

export const shopAddress = 'alice@test.local';
export const customerAddress = 'bob@test.local';

export interface MailServers {
  imap: DovecotServer;
  smtp: SmtpSink;
  password: string;
  caFile: string;
  /** Both unreachable, as when the cable is pulled. */
  cutNetwork(): Promise<void>;
  restoreNetwork(): Promise<void>;
  /** Subjects in a mailbox of the server, as it tells them itself. */
  subjectsIn(mailbox: string, user?: string): Promise<string[]>;
  stop(): Promise<void>;
}

/** @param signIn its tokens are taken beside passwords */
export async function startMailServers(signIn?: SignInServer): Promise<MailServers> {
  const imap = await startDovecot(
    signIn && { authMechanisms: 'plain xoauth2', oauthIntrospectionUrl: signIn.introspectionUrl },
  );
  const smtp = await startSmtpSink({
    users: imap.users,
    certificates: imap.certificates,
    ...(signIn && {
      authMethods: ['PLAIN', 'XOAUTH2'],
      isTokenGood: (user, token) => signIn.isTokenGood(user, token),
    }),
    deliverTo: (user, raw, mailbox) => imap.deliver(user, raw, { mailbox }),
    // as Gmail, Outlook and iCloud do; tests/mail covers servers that do not, where Defter files the copy after some minutes
    savesSent: true,
  });
  return {
    imap,
    smtp,
    password: imap.users[shopAddress] ?? '',
    caFile: imap.caFile,
    async cutNetwork() {
      await smtp.refuse(true);
      smtp.dropAll();
      await imap.halt();
    },
    async restoreNetwork() {
      await imap.restart();
      await smtp.refuse(false);
    },
    async subjectsIn(mailbox, user = shopAddress) {
      const told = await imap.doveadm('-f', 'flow', 'fetch', '-u', user, 'hdr.subject', 'mailbox', mailbox);
      return told
        .split('\n')
        .filter((line) => line.startsWith('hdr.subject='))
        .map((line) => line.slice('hdr.subject='.length).trim());
    },
    async stop() {
      await smtp.stop();
      await imap.stop();
    },
  };
}

/** A plain mail from the customer to the shop. */
export function customerMail(subject: string, text: string, extra: Record<string, string> = {}): string {
  const headers = {
    From: 'Ayşe Yılmaz <bob@test.local>',
    To: shopAddress,
    Subject: `=?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`,
    Date: new Date().toUTCString().replace('GMT', '+0000'),
    'Message-ID': `<${crypto.randomUUID()}@test.local>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': 'base64',
    ...extra,
    ...('From' in extra
      ? {}
      : { From: `=?UTF-8?B?${Buffer.from('Ayşe Yılmaz').toString('base64')}?= <bob@test.local>` }),
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `${head.join('\r\n')}\r\n\r\n${Buffer.from(text).toString('base64')}\r\n`;
}
