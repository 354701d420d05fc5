// The bench "privacy": everything about one person given out and erased, in a shop with as many mails as one of some years has.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { say } from '../../electron/launch/say.mjs';
import { conversationIdOf } from '../../shared/mail/conversation-id.ts';
import type { MessageId, RfcMessageId } from '../../shared/model/ids.ts';
import type { IncomingMessage } from '../../shared/model/message.ts';
import { eraseCustomer } from '../harness/app-steps.ts';
import { launchApp, newProfile, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';
import { foundIn } from '../harness/raw-search.ts';
import { countRows, seededAccount, seededMail, seedShop } from '../harness/seeded-shop.ts';
import { shopRecords } from '../harness/shop-records.ts';
import { plainFigure, rounded, type Outcome } from './figures.ts';

const ayse = { name: 'Ayşe Yılmaz', address: 'ayse@customer.example' };
const mailCount = 24;
const fileCount = 6;
const inMails = Array.from({ length: mailCount }, (_, place) => `plantedxmail${String(place).padStart(2, '0')}`);
const inFiles = Array.from({ length: fileCount }, (_, place) => `plantedxfile${String(place)}`);
/** Of `shopRecords`: what the shop wrote about her. */
const inRecords = [
  'Ayşe Hanım',
  '0555 000 11 22',
  'Likes blue',
  'Pays by card',
  'second vase',
  'call by Friday',
  'Asked for the vase',
  'Kargoya verdik',
  '1007',
];
const planted = [ayse.address, ...inMails, ...inFiles, ...inRecords];
/** In each mail of anybody else. */
const ofOthers = 'elsexwhere';

/** LAW-01 asks for the export within this. */
const longestExportS = 30;
const patienceMs = 1_800_000;

export async function privacy({ messages = 50_000 }: Readonly<Record<string, number>>): Promise<Outcome> {
  const userData = newProfile();
  const folder = mkdtempSync(join(tmpdir(), 'defter-bench-'));
  try {
    say(`Writing ${String(messages)} messages ...`);
    await seed(userData, messages);
    const app = await launchApp({ userData });
    const target = join(folder, 'person.zip');
    let exportS = 0;
    let eraseS = 0;
    try {
      say('Waiting until all are stored ...');
      await app.page.getByRole('option').first().waitFor();
      const stored = (): Promise<number> => countRows(app.page, 'messages'); // calls and replies among them
      await expect.poll(stored, { timeout: patienceMs, intervals: [2000] }).toBeGreaterThanOrEqual(messages);
      await openPerson(app);
      say('Exporting everything about one person ...');
      exportS = await exportPerson(app, target);
      say('Erasing the person ...');
      eraseS = await erase(app);
    } finally {
      await app.quit();
    }
    const given = execFileSync('unzip', ['-p', target], { maxBuffer: 500_000_000 });
    const found = planted.filter((words) => given.includes(Buffer.from(words))).length;
    const strangers = given.includes(Buffer.from(ofOthers)) ? 1 : 0;
    // a number that other rows may hold by chance proves nothing here
    const traces = foundIn(
      userData,
      planted.filter((words) => words !== '1007'),
    ).length;
    return {
      report: {
        bench: 'privacy',
        messages,
        planted: planted.length,
        found,
        strangers,
        exportSeconds: exportS,
        eraseSeconds: eraseS,
        traces,
      },
      figures: [
        plainFigure(`export of a person: planted items found, of ${String(planted.length)}`, found, '', {
          atLeast: planted.length,
        }),
        plainFigure('export of a person: words of anybody else', strangers, '', { atMost: 0 }),
        plainFigure('export of a person', exportS, 's', { atMost: longestExportS }),
        plainFigure('erasure, until the inbox is there again', eraseS, 's'),
        plainFigure('erasure: words left in any file of the profile', traces, '', { atMost: 0 }),
      ],
      notes: ['The export from the click to the finished file; the erasure with the database written anew.'],
    };
  } finally {
    removeProfile(userData);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Hers are the newest; the others come from 500 people, four mails a conversation. */
async function seed(userData: string, count: number): Promise<void> {
  const now = Date.now();
  const at = (message: IncomingMessage, ageMs: number): IncomingMessage => ({
    ...message,
    sentAt: now - ageMs,
    receivedAt: now - ageMs,
  });
  const files = new Map(inFiles.map((words) => [createHash('sha256').update(words).digest('hex'), Buffer.from(words)]));
  const hashes = [...files.keys()];
  const hers = inMails.map((words, place) => {
    const ref = hashes[place];
    const isOut = place % 3 === 2;
    return at(
      seededMail(`p${String(place)}`, ayse, {
        text: words,
        ...(isOut ? { direction: 'out', to: [ayse] } : {}),
        ...(place === 0 ? {} : { references: ['p0@mail.example' as RfcMessageId] }),
        ...(ref === undefined
          ? {}
          : {
              attachments: [
                { ref, name: `${String(place)}.txt`, mimeType: 'text/plain', sizeBytes: 12, isInline: false },
              ],
            }),
      }),
      (mailCount - place) * 60_000,
    );
  });
  const others = Array.from({ length: count - mailCount }, (_, place) => {
    const thread = Math.floor(place / 4);
    const person = thread % 500;
    const root = `o${String(thread)}-0`;
    return at(
      seededMail(
        `o${String(thread)}-${String(place % 4)}`,
        { name: `Müşteri ${String(person)}`, address: `m${String(person)}@other.example` },
        {
          subject: `Sipariş ${String(thread)}`,
          text: `${ofOthers} ${'Merhaba, siparişim hâlâ gelmedi; kargo takip numarasını paylaşır mısınız? '.repeat(12)}`,
          ...(place % 4 === 0 ? {} : { references: [`${root}@mail.example` as RfcMessageId] }),
        },
      ),
      3_600_000 + place * 30_000,
    );
  });
  await seedShop(userData, {
    items: [...hers, ...others].map((message) => ({ kind: 'message', message })),
    records: shopRecords({
      accountId: seededAccount.id,
      conversationId: conversationIdOf(seededAccount.id, 'i:p0@mail.example'),
      anchor: `${seededAccount.id}:p0` as MessageId,
    }),
    files,
  });
}

async function openPerson({ page }: LaunchedApp): Promise<void> {
  await page.getByRole('button', { name: /^All/ }).first().click();
  await page.getByRole('option', { name: /Vase/ }).first().click();
  await expect(page.getByRole('button', { name: 'Privacy' })).toBeVisible();
}

async function exportPerson({ electron, page }: LaunchedApp, target: string): Promise<number> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  await page.getByRole('button', { name: 'Privacy' }).click();
  const startedAt = performance.now();
  await page.getByRole('menuitem', { name: 'Everything about this person…' }).click();
  await expect.poll(() => existsSync(target), { timeout: patienceMs, intervals: [100] }).toBe(true);
  return rounded((performance.now() - startedAt) / 1000, 1);
}

async function erase(app: LaunchedApp): Promise<number> {
  await app.page.keyboard.press('Escape');
  const { opened } = await eraseCustomer(app, { timeoutMs: patienceMs });
  const startedAt = performance.now();
  const again = await opened;
  await expect(again.getByRole('option').first()).toBeVisible({ timeout: patienceMs });
  return rounded((performance.now() - startedAt) / 1000, 1);
}
