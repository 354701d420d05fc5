// The app with a mailbox that it has just fetched from a real mail server, and how that went.
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { say } from '../../electron/launch/say.mjs';
import { addAccount, choosePassphrase } from '../harness/app-steps.ts';
import { launchApp, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';
import { shopAddress, startMailServers, type MailServers } from '../harness/mail-servers.ts';
import { readWatch, storedMessages, watchPage, type PageReport } from './page-watch.ts';
import { memoryOf, processorTimeOf } from './process-tree.ts';
import { oldestWord, shopMailbox } from './shop-mailbox.ts';

export interface SyncedApp {
  app: LaunchedApp;
  page: Page;
  /** Times of the page's clock. */
  storedAt: number;
  searchableAt: number;
  watched: PageReport;
  /** Highest PSS of each process in MB, and of all together, looked at once a second. */
  peakMB: Record<string, number>;
  /** Processor time that each process took from the last button on. */
  processorSeconds: Record<string, number>;
  end(): Promise<void>;
}

const firstScreen = 50;
const stillAfterMs = 120_000;

/** Fills a mailbox, adds the account through its form and waits until the last mail is stored and can be found. */
export async function syncMailbox(messages: number): Promise<SyncedApp> {
  const servers = await startMailServers();
  let app: LaunchedApp | undefined;
  let memory: ReturnType<typeof watchMemory> | undefined;
  const end = async (): Promise<void> => {
    memory?.stop();
    await app?.kill();
    if (app) removeProfile(app.userData);
    await servers.stop();
  };
  try {
    say(`Filling a mailbox with ${messages} mails ...`);
    await fill(servers, messages);
    app = await launchApp({ caFile: servers.caFile });
    const { page } = app;
    const { pid } = app.electron.process();
    if (pid === undefined) throw new Error('The app has no process');
    memory = watchMemory(pid);
    await watchPage(page, Math.min(firstScreen, Math.floor(messages / 4)));
    await addAccount(page, servers);
    const before = processorTimeOf(pid);
    await choosePassphrase(page);
    const storedAt = await untilStored(page, messages);
    const searchableAt = await untilFound(page, oldestWord);
    const watched = await readWatch(page);
    memory.stop();
    const processorSeconds = Object.fromEntries(
      Object.entries(processorTimeOf(pid)).map(([role, seconds]) => [role, seconds - (before[role] ?? 0)]),
    );
    return { app, page, storedAt, searchableAt, watched, peakMB: memory.peakMB, processorSeconds, end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function fill({ imap }: MailServers, messages: number): Promise<void> {
  const all = [...shopMailbox(messages)];
  for (const mailbox of ['INBOX', 'Sent'] as const) {
    await imap.deliverMany(
      shopAddress,
      all.filter((mail) => mail.mailbox === mailbox),
      mailbox,
    );
  }
}

async function untilStored(page: Page, messages: number): Promise<number> {
  let stored = 0;
  let changedAt = Date.now();
  for (;;) {
    const now = await storedMessages(page);
    if (now >= messages) return page.evaluate(() => performance.now());
    if (now !== stored) {
      stored = now;
      changedAt = Date.now();
    }
    if (Date.now() - changedAt > stillAfterMs) {
      throw new Error(
        `Only ${stored} of ${messages} mails are stored, and nothing has come for ${stillAfterMs / 1000} s`,
      );
    }
    await wait(250);
  }
}

/** Searches as a person does, again and again, until there is a result. */
async function untilFound(page: Page, word: string): Promise<number> {
  const field = page.getByRole('textbox', { name: 'Search all messages' });
  const result = page.getByRole('listbox', { name: 'Conversations' }).getByRole('option').filter({ hasText: word });
  const givesUpAt = Date.now() + stillAfterMs;
  while (Date.now() < givesUpAt) {
    await field.fill(word);
    try {
      await result.first().waitFor({ timeout: 2000 });
      return await page.evaluate(() => performance.now());
    } catch (error) {
      if (!(error instanceof Error && error.name === 'TimeoutError')) throw error;
      await field.fill('');
    }
  }
  throw new Error('The oldest mail is stored but cannot be found');
}

function watchMemory(pid: number): { peakMB: Record<string, number>; stop(): void } {
  const peakMB: Record<string, number> = {};
  const look = (): void => {
    const { total, byProcess } = memoryOf(pid);
    for (const [role, now] of Object.entries({ total, ...byProcess })) peakMB[role] = Math.max(peakMB[role] ?? 0, now);
  };
  const timer = setInterval(look, 1000);
  return {
    peakMB,
    stop() {
      clearInterval(timer);
    },
  };
}
