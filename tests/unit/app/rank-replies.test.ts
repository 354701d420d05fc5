// Which canned replies the "/" menu offers, in which order.
import { expect, it } from 'vitest';
import { rankReplies } from '../../../renderer/app/screens/composer/rank-replies.ts';
import { builtInReplies } from '../../../renderer/store/built-in-replies.ts';
import type { CannedReplyRow } from '../../../renderer/database/rows.ts';
import type { CannedReplyId } from '../../../shared/model/ids.ts';

const reply = (title: string, body: string): CannedReplyRow => ({
  id: title as CannedReplyId,
  scenario: '',
  language: 'en',
  title,
  whenToUse: '',
  body,
  tags: [],
  channels: [],
  isBuiltIn: true,
  useCount: 0,
});

const replies = [reply('Thanks for praise', 'How kind.'), reply('Question about a product', 'Thank you for asking.')];
const titlesFor = (query: string): string[] =>
  rankReplies(replies, query, 'en', 'email', ['Question about a product']).map(({ title }) => title);

it('puts what suits the message first while nothing is searched for', () => {
  expect(titlesFor('')).toEqual(['Question about a product', 'Thanks for praise']);
});

it.each([
  ['gecik', 'tr', 'tr-late-parcel'],
  ['kırık', 'tr', 'tr-damaged-item'],
  ['stok', 'tr', 'tr-availability-date'],
  ['καθυστ', 'el', 'el-late-parcel'],
  ['σπασμένο', 'el', 'el-damaged-item'],
  ['broken', 'en', 'en-damaged-item'],
] as const)('finds by “%s”, which no kind reply says, what answers it', (query, language, id) => {
  const library = builtInReplies.map((each) => ({ ...each, useCount: 0 }));
  expect(rankReplies(library, query, language, 'email')[0]?.id).toBe(id);
});

it('puts what was searched for first, whatever suits the message', () => {
  expect(titlesFor('thank')).toEqual(['Thanks for praise', 'Question about a product']);
});
