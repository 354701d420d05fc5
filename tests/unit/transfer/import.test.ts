// Imports from files as other programs leave them; round trip through our own export; hostile files.
import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { archiveConnector } from '../../../electron/sync/connectors/archive/index.ts';
import { runImport } from '../../../electron/transfer/import/run-import.ts';
import { runExport } from '../../../electron/transfer/run-export.ts';
import type { Item } from '../../../shared/model/item.ts';
import { rfcMessageIdSchema } from '../../../shared/model/ids.ts';
import { accountSchema } from '../../../shared/model/account.ts';
import { chunkOf } from './chunks.ts';
import { exportTaskIn, worldOf } from './played-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'defter-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const never = new AbortController().signal;
const account = accountSchema.parse({
  id: 'arch-1',
  channel: 'archive',
  label: 'Old',
  address: '',
  senderName: '',
  createdAt: 0,
});

function imported(names: string[], known: string[] = []) {
  const paths = names.map((name) => join(folder, name));
  const task = {
    paths,
    dir: join(folder, 'archives/arch-1'),
    label: 'Old',
    accountId: account.id,
    skipsKnown: true,
    ownAddresses: ['Shop@Defter.example'],
  };
  const source = {
    knownMessages: async ({ rfcMessageIds }: { rfcMessageIds: string[] }) =>
      rfcMessageIds.filter((id) => known.includes(id)).map((id) => rfcMessageIdSchema.parse(id)),
  };
  return runImport(task, { source, now: () => 0, progress: () => undefined }, never);
}

/** What the connector delivers of it. */
async function delivered(): Promise<Item[]> {
  const session = archiveConnector.open(account, {
    archivesDir: join(folder, 'archives'),
    credential: () => Promise.reject(new Error('none')),
    keepSecrets: () => Promise.reject(new Error('none')),
    now: () => 0,
    sleep: () => Promise.resolve(),
    log: () => undefined,
    fetch: () => Promise.reject(new Error('none')),
    allowsPlaintextOnLoopback: false,
  });
  const items: Item[] = [];
  for await (const batch of session.pull(null, never)) items.push(...batch.items);
  return items;
}

const messagesIn = (items: Item[]) => items.flatMap((item) => (item.kind === 'message' ? [item.message] : []));

const mail = (id: string, more: { from?: string; text?: string; headers?: string } = {}): string =>
  `Message-ID: <${id}@mail.example>\r\nDate: Thu, 05 Mar 2026 12:00:00 +0000\r\nFrom: ${more.from ?? '=?utf-8?B?QXnFn2U=?= <ayse@mail.example>'}\r\n` +
  `To: shop@defter.example\r\nSubject: =?utf-8?Q?Vazo_=C4=9F=C3=BC?=\r\n${more.headers ?? ''}\r\n${more.text ?? 'Merhaba'}\r\n`;

const withFile =
  'Message-ID: <file@mail.example>\r\nDate: Thu, 05 Mar 2026 12:00:00 +0000\r\nFrom: a@mail.example\r\nTo: shop@defter.example\r\nSubject: file\r\n' +
  'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nsee it\r\n' +
  '--b\r\nContent-Type: image/png; name="../../x.png"\r\nContent-Disposition: attachment; filename="../../x.png"\r\nContent-Transfer-Encoding: base64\r\n\r\nAQID\r\n--b--\r\n';

const mboxOf = (...mails: string[]): string =>
  mails
    .map(
      (each) =>
        `From ayse@mail.example Thu Mar  5 12:00:00 2026\n${each.replaceAll('\r\n', '\n').replace(/^(>*From )/gm, '>$1')}\n`,
    )
    .join('');

describe('files of other programs', () => {
  test('mbox: every mail once, quoted lines as they were, what is here already left out', async () => {
    writeFileSync(
      join(folder, 'Inbox'),
      mboxOf(mail('a', { text: 'From now on\r\n>From then' }), mail('b'), mail('a'), mail('c')),
    );
    const preview = await imported(['Inbox'], ['c@mail.example']);
    expect(preview).toMatchObject({ messages: 2, duplicates: 2, damaged: 0, firstAt: Date.UTC(2026, 2, 5, 12) });
    expect(preview.samples[0]).toMatchObject({ from: 'Ayşe', subject: 'Vazo ğü' });
    const messages = messagesIn(await delivered());
    expect(messages.map((message) => message.rfcMessageId)).toEqual(['a@mail.example', 'b@mail.example']);
    expect(messages[0]?.text.trim()).toBe('From now on\n>From then');
    expect(messages.every((message) => message.isSeen && message.direction === 'in')).toBe(true);
  });

  test('Maildir and folders of .eml: seen flags, own mail goes out, attachments by their hash, no links followed', async () => {
    mkdirSync(join(folder, 'Maildir/cur'), { recursive: true });
    mkdirSync(join(folder, 'Maildir/new'), { recursive: true });
    writeFileSync(join(folder, 'Maildir/cur/1.x:2,S'), mail('a'));
    writeFileSync(join(folder, 'Maildir/new/2.x'), mail('b'));
    writeFileSync(join(folder, 'Maildir/cur/3.eml'), mail('c', { from: 'Shop <shop@defter.example>' }));
    writeFileSync(join(folder, 'Maildir/cur/4.eml'), withFile);
    writeFileSync(join(folder, 'Maildir/Inbox.msf'), '// <!-- <mdb:mork:z v="1.4"/> -->');
    writeFileSync(join(folder, 'secret.eml'), mail('secret'));
    symlinkSync(join(folder, 'secret.eml'), join(folder, 'Maildir/cur/5.eml'));
    const preview = await imported(['Maildir']);
    expect(preview).toMatchObject({ messages: 4, attachments: 1, damaged: 0 });
    const messages = messagesIn(await delivered());
    const of = (id: string) => messages.find((message) => message.rfcMessageId === `${id}@mail.example`);
    expect([of('a')?.isSeen, of('b')?.isSeen, of('c')?.direction]).toEqual([true, false, 'out']);
    const [attachment] = of('file')?.attachments ?? [];
    const sha256 = createHash('sha256')
      .update(Buffer.from([1, 2, 3]))
      .digest('hex');
    expect(attachment).toMatchObject({ ref: sha256, mimeType: 'image/png', sizeBytes: 3 });
    expect(readFileSync(join(folder, 'archives/arch-1/files', sha256))).toEqual(Buffer.from([1, 2, 3]));
  });

  test('what is no mail is told, not imported', async () => {
    writeFileSync(join(folder, 'x.eml'), Buffer.from([0, 1, 2, 3, 255]));
    expect(await imported(['x.eml'])).toMatchObject({ messages: 0, damaged: 1 });
  });
});

describe('exports of our own', () => {
  test('what a newer Defter wrote is refused whole; when an export was made is told', async () => {
    const header = { type: 'header', format: 'defter-export', version: 2 };
    writeFileSync(join(folder, 'newer.jsonl'), `${JSON.stringify(header)}\n${JSON.stringify({ type: 'message' })}\n`);
    await expect(imported(['newer.jsonl'])).rejects.toMatchObject({ code: 'unsupported', detail: { reason: 'newer' } });
    const full = { ...header, version: 1, app: '1.0.0', title: 'All', selection: { scope: { kind: 'everything' } } };
    const rest = { timeZone: 'Europe/Istanbul', accounts: [], isWhole: true, exportedAt: '2026-03-05T12:00:00.000Z' };
    writeFileSync(join(folder, 'dated.jsonl'), `${JSON.stringify({ ...full, ...rest })}\n`);
    expect(await imported(['dated.jsonl'])).toMatchObject({ messages: 0, exportedAt: Date.UTC(2026, 2, 5, 12) });
  });

  test('zip: conversations, notes, tags and files come back; a file that is not what its line says stays away', async () => {
    const bytes = Buffer.from('picture');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const at = '2026-03-05T12:00:00.000Z';
    const lines = [
      { type: 'header', format: 'defter-export', version: 1 },
      {
        type: 'conversation',
        id: 'c1',
        accountId: 'x',
        channel: 'trendyol',
        subject: 's',
        customerId: null,
        customerName: 'Ayşe',
        folder: 'closed',
        tags: ['gift'],
        firstAt: at,
        lastAt: at,
        messageCount: 1,
      },
      { type: 'note', conversationId: 'c1', text: 'n', author: 'D', createdAt: at },
      {
        type: 'message',
        conversationId: 'c1',
        id: 'x:1',
        direction: 'in',
        inReplyTo: [],
        references: [],
        from: { name: 'Ayşe', address: '77' },
        to: [],
        cc: [],
        replyTo: [],
        subject: 's',
        sentAt: at,
        receivedAt: at,
        text: 't',
        isSeen: true,
        isAnswered: false,
        isAutomatic: false,
        isTruncated: false,
        sizeBytes: 1,
        language: 'tr',
        attachments: [
          {
            ref: '1',
            name: 'a.png',
            mimeType: 'image/png',
            sizeBytes: 7,
            isInline: false,
            sha256,
            file: 'attachments/a.png',
          },
          {
            ref: '2',
            name: 'b.png',
            mimeType: 'image/png',
            sizeBytes: 7,
            isInline: false,
            sha256: 'f'.repeat(64),
            file: 'attachments/b.png',
          },
        ],
      },
      { type: 'somethingNew', value: 1 },
    ];
    await zip('export.zip', {
      'messages.jsonl': lines.map((line) => JSON.stringify(line)).join('\n'),
      'attachments/a.png': bytes,
      'attachments/b.png': bytes,
    });
    expect(await imported(['export.zip'])).toMatchObject({ messages: 1, attachments: 1, damaged: 0 });
    const items = await delivered();
    expect(items.map((item) => item.kind)).toEqual(['message', 'state']);
    expect(items[1]).toMatchObject({ folder: 'closed', tags: ['gift'], notes: [{ text: 'n', at: Date.parse(at) }] });
    expect(messagesIn(items)[0]).toMatchObject({ channel: 'trendyol', receivedAt: Date.parse(at) });
  });

  test('separators of lines and paragraphs inside a text are letters, not ends of lines', async () => {
    const text = 'first\u2028second\u2029third';
    const chunks = [chunkOf([{ text, subject: text }])];
    await runExport(exportTaskIn(folder, 'jsonl', 'all.jsonl'), worldOf(chunks), never);
    expect(readFileSync(join(folder, 'all.jsonl'), 'utf8')).toContain('\u2028');
    expect(await imported(['all.jsonl'])).toMatchObject({ messages: 1, damaged: 0 });
    expect(messagesIn(await delivered())[0]).toMatchObject({ text, subject: text });
  });

  test('a zip that names an entry twice, leads out of its folder or unpacks to a thousand times its size is refused', async () => {
    await zip('bomb.zip', { 'a.eml': Buffer.alloc(20_000_000) });
    await expect(imported(['bomb.zip'])).rejects.toMatchObject({ code: 'bad-data' });
    await zip('out.zip', { 'aaaaaa.eml': mail('a') });
    const bytes = readFileSync(join(folder, 'out.zip'));
    for (let at = bytes.indexOf('aaaaaa.eml'); at !== -1; at = bytes.indexOf('aaaaaa.eml'))
      bytes.write('../../.eml', at);
    writeFileSync(join(folder, 'out.zip'), bytes);
    await expect(imported(['out.zip'])).rejects.toMatchObject({ code: 'bad-data' });
    writeFileSync(join(folder, 'cut.zip'), bytes.subarray(0, 40));
    await expect(imported(['cut.zip'])).rejects.toMatchObject({ code: 'bad-data' });
  });

  async function zip(name: string, files: Record<string, string | Buffer>): Promise<void> {
    const made = new ZipFile();
    for (const [path, content] of Object.entries(files)) made.addBuffer(Buffer.from(content), path);
    made.end();
    await pipeline(made.outputStream, createWriteStream(join(folder, name)));
  }
});
