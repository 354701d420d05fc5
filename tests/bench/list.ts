// The bench "list": scrolling through a list of many conversations in the real app, by wheel and by jumps of the scrollbar.
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { say } from '../../electron/launch/say.mjs';
import { launchApp, removeProfile } from '../harness/launch-app.ts';
import { seeded } from '../mail/sample-mailbox.ts';
import { plainFigure, quantile, rounded, spreadFigure, spreadOf, type Figure, type Outcome } from './figures.ts';
import { jumpTo, stopFrames, watchFrames, type Frames } from './frame-watch.ts';
import { seedConversations } from './seed-list.ts';

/** One notch of a common mouse wheel is 100 to 120 pixels; this turns it fast. */
const wheelPx = 360;
const wheelEveryMs = 30;
const jumpEveryMs = 150;

export async function list({
  conversations = 100_000,
  seconds = 10,
}: Readonly<Record<string, number>>): Promise<Outcome> {
  const app = await launchApp({ isDemo: true });
  try {
    const { page } = app;
    await rowsDrawn(page);
    say(`Writing ${conversations} conversations ...`);
    await seedConversations(page, conversations);
    await rowsDrawn(page);
    await page.waitForFunction(
      (least) =>
        Number(document.querySelector('[data-inbox-list] [role=option]')?.getAttribute('aria-setsize')) >= least,
      conversations,
    );
    await wait(5000); // the search index is read 4 s after the start
    say(`Scrolling ${seconds} s by wheel, then ${seconds} s by jumps ...`);
    const wheel = await duringScroll(page, () => turnWheel(page, seconds * 1000));
    if ((await firstRow(page)) < 100) throw new Error('The wheel did not turn the list');
    await jumpTo(page, 0);
    const jumpsMs: number[] = [];
    const jumps = await duringScroll(page, async () => {
      const random = seeded(1);
      const until = Date.now() + seconds * 1000;
      while (Date.now() < until) {
        jumpsMs.push(await jumpTo(page, random()));
        await wait(jumpEveryMs);
      }
    });
    await jumpTo(page, 0);
    await wait(3000);
    const toEndMs = await jumpTo(page, 1);
    return outcomeOf(conversations, wheel, jumps, jumpsMs, toEndMs);
  } finally {
    await app.kill();
    removeProfile(app.userData);
  }
}

async function rowsDrawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () => (document.querySelector('[data-inbox-list] [role=option]')?.textContent ?? '') !== '',
  );
}

/** Place in the list of the first row that is there. */
function firstRow(page: Page): Promise<number> {
  return page.evaluate(() =>
    Number(document.querySelector('[data-inbox-list] [role=option]')?.getAttribute('aria-posinset') ?? 0),
  );
}

async function duringScroll(page: Page, scroll: () => Promise<void>): Promise<Frames> {
  await watchFrames(page);
  await scroll();
  return stopFrames(page);
}

async function turnWheel(page: Page, durationMs: number): Promise<void> {
  const box = await page.locator('[data-inbox-list]').boundingBox();
  if (!box) throw new Error('There is no list');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const until = Date.now() + durationMs;
  while (Date.now() < until) {
    await page.mouse.wheel(0, wheelPx);
    await wait(wheelEveryMs);
  }
}

function outcomeOf(conversations: number, wheel: Frames, jumps: Frames, jumpsMs: number[], toEndMs: number): Outcome {
  const summary = ({ gapsMs, empty, outlined }: Frames) => ({
    frames: gapsMs.length,
    p50Ms: quantile(gapsMs, 0.5, 1),
    p95Ms: quantile(gapsMs, 0.95, 1),
    maxMs: quantile(gapsMs, 1, 1),
    emptyFrames: empty,
    outlinedFrames: outlined,
  });
  const report = {
    bench: 'list',
    conversations,
    wheel: summary(wheel),
    jumps: { ...summary(jumps), untilDrawnMs: spreadOf(jumpsMs) },
    jumpToEndMs: rounded(toEndMs),
  };
  const lines = (name: string, one: ReturnType<typeof summary>): Figure[] => [
    plainFigure(`${name}: frame time p50`, one.p50Ms, 'ms'),
    plainFigure(`${name}: frame time p95`, one.p95Ms, 'ms'),
    plainFigure(`${name}: frame time max`, one.maxMs, 'ms', { atMost: 100 }),
    plainFigure(`${name}: frames with nothing to see`, one.emptyFrames, `of ${one.frames}`, { atMost: 0 }),
    plainFigure(`${name}: frames with outlines of rows`, one.outlinedFrames, `of ${one.frames}`),
  ];
  return {
    report,
    figures: [
      ...lines('Wheel', report.wheel),
      ...lines('Jumps', report.jumps),
      spreadFigure('Jump until rows are drawn', report.jumps.untilDrawnMs, 'ms'),
      plainFigure('Jump to the end until rows are drawn', report.jumpToEndMs, 'ms'),
    ],
    notes: [
      `${conversations} conversations written into the demo shop's database; the wheel turns by ${wheelPx} px every ${wheelEveryMs} ms and more.`,
      'A jump sets the place of the list, as the thumb of the scrollbar does. Outlines stand where a row is still being read.',
    ],
  };
}
