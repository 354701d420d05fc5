// Views of the list, and the counters and indexes that stand for them.
import { describe, expect, it } from 'vitest';
import { canReadOrder } from '../../../renderer/app/reads/list-query.ts';
import { countersOf, totalOf } from '../../../renderer/app/reads/use-counters.ts';
import {
  firstView,
  foldersBeside,
  goToChannel,
  goToFolder,
  narrowToFolder,
  viewKey,
} from '../../../renderer/app/state/view.ts';

describe('views', () => {
  it('leave the channel and the search when a folder is chosen', () => {
    const view = goToFolder({ ...goToChannel(firstView, 'trendyol'), query: 'vase' }, 'closed');
    expect(view).toEqual({ ...firstView, folder: 'closed' });
  });

  it('keep the channel when only the folder beside the title is changed', () => {
    expect(narrowToFolder(goToChannel(firstView, 'ebay'), 'waiting')).toMatchObject({
      channel: 'ebay',
      folder: 'waiting',
    });
  });

  it('offer no list of everything for a channel', () => {
    expect(foldersBeside(firstView)).toContain('all');
    expect(foldersBeside(goToChannel(firstView, 'ebay'))).not.toContain('all');
  });

  it('have a key each, and the same one while a search hides the folder', () => {
    const views = [
      firstView,
      goToFolder(firstView, 'all'),
      goToChannel(firstView, 'ebay'),
      { ...firstView, isUnreadOnly: true },
    ];
    expect(new Set(views.map(viewKey)).size).toBe(views.length);
    expect(viewKey({ ...firstView, query: 'a' })).toBe(viewKey({ ...goToChannel(firstView, 'ebay'), query: 'a' }));
  });

  it('know whether their order can be had without looking at rows', () => {
    expect(canReadOrder(firstView)).toBe(true);
    expect(canReadOrder({ ...firstView, folder: 'all', isUnreadOnly: true })).toBe(true);
    expect(canReadOrder({ ...firstView, isUnreadOnly: true })).toBe(false);
  });
});

describe('counters', () => {
  const counters = countersOf([
    { id: 'folder/open', value: 3 },
    { id: 'folder/closed', value: 4 },
    { id: 'channel/trendyol/open', value: 2 },
    { id: 'channel/email/closed', value: 4 },
    { id: 'account/a1', value: 9 },
  ]);

  it('answer 0 for what was never counted', () => {
    expect(counters.of('folder/waiting')).toBe(0);
    expect(totalOf(counters)).toBe(7);
  });

  it('name the channels in order', () => {
    expect(counters.channels).toEqual(['email', 'trendyol']);
  });
});
