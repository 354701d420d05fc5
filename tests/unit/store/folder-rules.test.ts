// The folder table: history, news, decisions, our own replies.
import { expect, it } from 'vitest';
import { folderAfter, recentMs, type FolderNews } from '../../../renderer/store/mail/folder-rules.ts';
import type { Folder } from '../../../shared/model/journal.ts';

const now = 1_800_000_000_000;
const news = (change: Partial<FolderNews>): FolderNews => ({
  direction: 'in',
  receivedAt: now - 1000,
  isAnswered: false,
  isNews: false,
  isOurReply: false,
  isNewest: true,
  ...change,
});
const after = (folder: Folder, decidedAt: number | undefined, change: Partial<FolderNews>) =>
  folderAfter({ folder, ...(decidedAt === undefined ? {} : { decidedAt }) }, news(change), now);

it.each<[string, Folder, Folder, number | undefined, Partial<FolderNews>]>([
  ['news opens what is closed', 'open', 'closed', now - 10, { isNews: true }],
  ['news opens though older than the decision', 'open', 'closed', now, { isNews: true, receivedAt: now - 5000 }],
  ['old mail copied in does not', 'closed', 'closed', now, { isNews: true, receivedAt: now - recentMs - 1 }],
  ['our own from elsewhere waits', 'waiting', 'open', now, { isNews: true, direction: 'out' }],
  [
    'our own that is not the newest changes nothing',
    'open',
    'open',
    undefined,
    { isNews: true, direction: 'out', isNewest: false },
  ],
  [
    'our reply was decided on when queued',
    'closed',
    'closed',
    now - 5000,
    { isNews: true, direction: 'out', isOurReply: true },
  ],
  ['history before the decision', 'closed', 'closed', now, {}],
  ['history after the decision', 'open', 'closed', now - 5000, {}],
  ['history after the decision, ours', 'closed', 'closed', now - 5000, { direction: 'out' }],
  ['guess: asked', 'open', 'open', undefined, {}],
  ['guess: answered elsewhere', 'closed', 'open', undefined, { isAnswered: true }],
  ['guess: we wrote last', 'waiting', 'open', undefined, { direction: 'out' }],
  ['guess: long ago', 'closed', 'open', undefined, { receivedAt: now - recentMs - 1 }],
  ['guess: not the newest', 'waiting', 'waiting', undefined, { isNewest: false }],
])('%s', (_name, expected, folder, decidedAt, change) => {
  expect(after(folder, decidedAt, change)).toBe(expected);
});
