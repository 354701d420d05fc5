// Canned replies out to a file and in again, and in from other programs' tables.
import { describe, expect, it } from 'vitest';
import type { CannedReply } from '../../../shared/model/canned-reply.ts';
import type { CannedReplyId, FileId } from '../../../shared/model/ids.ts';
import {
  compareImport,
  filesLeftOut,
  guessMapping,
  importChanges,
  readReplies,
  repliesOfTable,
  translateFields,
  writeReplies,
} from '../../../shared/service/reply-transfer.ts';

const reply = (scenario: string, body: string, more: Partial<CannedReply> = {}): CannedReply => ({
  id: `tr-${scenario}` as CannedReplyId,
  scenario,
  language: 'tr',
  title: 'Başlık',
  whenToUse: '',
  body,
  tags: ['Kargo'],
  channels: [],
  isBuiltIn: false,
  ...more,
});

it('comes back from its own file as it was', () => {
  const all = [
    reply('a', 'Merhaba {{customer.firstName}},'),
    reply('b', 'x', { actions: { then: 'close' }, purpose: 'marketing' }),
  ];
  expect(readReplies(writeReplies(all))).toEqual({ replies: all, unread: 0 });
});

it('leaves files behind, names them, and takes none away from a reply that has some here', () => {
  const attachments = [
    { fileId: 'a'.repeat(64) as FileId, name: 'beden-tablosu.pdf', mimeType: 'application/pdf', sizeBytes: 9 },
  ];
  const here = reply('beden', 'Beden tablosu ektedir.', { attachments });
  expect(filesLeftOut([here, here])).toEqual(['beden-tablosu.pdf']);
  const read = readReplies(writeReplies([here]));
  expect(read?.replies).toEqual([reply('beden', 'Beden tablosu ektedir.')]);
  const [line] = compareImport([reply('beden', 'Yeni metin')], [here]);
  expect(line).toMatchObject({ state: 'other', reply: { body: 'Yeni metin', attachments } });
});

it('reads what can be read, and says what could not', () => {
  const file = JSON.stringify({ format: 'defter-replies', version: 1, replies: [reply('a', 'x'), { nonsense: 1 }] });
  expect(readReplies(file)).toMatchObject({ replies: [{ scenario: 'a' }], unread: 1 });
  expect(readReplies('title,text\na,b')).toBeNull();
  expect(readReplies('{"replies":[]}')).toBeNull();
});

describe('tables', () => {
  it('are told by their headers in three languages', () => {
    expect(guessMapping(['ID', 'Name', 'Content', 'Folder'])).toEqual({ scenario: 0, title: 1, body: 2, folder: 3 });
    expect(guessMapping(['Başlık', 'METİN', 'Dil'])).toEqual({ title: 0, body: 1, language: 2 });
    expect(guessMapping(['Τίτλος', 'Κείμενο', 'Γλώσσα'])).toEqual({ title: 0, body: 1, language: 2 });
  });

  it('become replies; lines without text are counted, empty ones are not', () => {
    const mapping = { title: 0, body: 1, language: 2, tags: 3 };
    const rows = [
      ['Kargo nerede', 'Merhaba #customer-first-name#, yolda.', 'Türkçe', 'Kargo; Takip'],
      ['Thanks', 'Thank you {{contact.name}}', 'en-GB', ''],
      ['', 'Γεια σας', 'gr', ''],
      ['only a title', '', '', ''],
      ['', '', '', ''],
    ];
    const { replies, unread } = repliesOfTable(rows, mapping, 'el');
    expect(unread).toBe(1);
    expect(replies.map(({ id, language, title, body, tags }) => [id, language, title, body, tags])).toEqual([
      ['tr-import-kargo-nerede', 'tr', 'Kargo nerede', 'Merhaba {{customer.firstName}}, yolda.', ['Kargo', 'Takip']],
      ['en-import-thanks', 'en', 'Thanks', 'Thank you {{customer.name}}', []],
      ['el-import-γεια-σασ', 'el', 'Γεια σας', 'Γεια σας', []],
    ]);
  });

  it('lose the tags of programs that keep HTML, not the words', () => {
    const html =
      '<p>Hello {{contact.name}},</p>\n<p>it is <b>on its way</b> &amp; here:<br/>\n<a href="https://shop.example/t">track it</a></p><ul><li>one</li><li>two</li></ul>';
    const { replies } = repliesOfTable(
      [
        ['t', html],
        ['u', 'under 5 < 6, and a <b'],
        ['v', 'one\n\ntwo'],
      ],
      { title: 0, body: 1 },
      'en',
    );
    expect(replies.map(({ body }) => body)).toEqual([
      'Hello {{customer.name}},\n\nit is on its way & here:\ntrack it (https://shop.example/t)\n\n- one\n- two',
      'under 5 < 6, and a <b',
      'one\n\ntwo',
    ]);
  });

  it('keep the fallbacks of other programs', () => {
    expect(translateFields('Hi {%customer.firstName,fallback=there%}!')).toBe('Hi {{customer.firstName|there}}!');
    expect(translateFields('Hi {%customer.firstName%}!')).toBe('Hi {{customer.firstName}}!');
  });
});

it('compares by scenario and language, and knows a text under another name', () => {
  const library = [reply('a', 'bir'), reply('b', 'iki')];
  const lines = compareImport(
    [
      reply('a', 'bir'),
      reply('b', 'BAŞKA', { id: 'x' as CannedReplyId }),
      reply('c', 'İKİ '),
      reply('d', 'yeni'),
      reply('d', 'yenisi'),
    ],
    library,
  );
  expect(lines.map(({ reply: { scenario, body }, state }) => [scenario, body, state])).toEqual([
    ['a', 'bir', 'same'],
    ['b', 'BAŞKA', 'other'],
    ['c', 'İKİ ', 'same'],
    ['d', 'yenisi', 'new'],
  ]);
  expect(importChanges(lines, 'replace').map(({ id }) => id)).toEqual(['tr-b', 'tr-d']);
  expect(importChanges(lines, 'keep').map(({ id }) => id)).toEqual(['tr-d']);
});
