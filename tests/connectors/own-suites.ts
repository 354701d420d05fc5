// Connectors that no marketplace server can stand for: which of their own tests keeps each promise, or why it means nothing there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../harness/marketplaces/harness.ts';

/** A test by its file (below `tests/`) and title, or the reason why there is none. */
export type OwnTest = { file: string; title: string } | { reason: string };

const first = 'mail/email-first-sync.test.ts';
const sending = 'mail/email-send.test.ts';
const nothingLeaves = { reason: 'nothing leaves the computer' };

export const ownSuites: Readonly<Partial<Record<string, Record<Check, OwnTest>>>> = {
  // On a real Dovecot, a server of odd answers, and an SMTP server that breaks on demand.
  email: {
    'pull all, resume': { file: first, title: 'stopped after any batch, the next pull goes on exactly there' },
    'same again': {
      file: 'mail/email-live.test.ts',
      title: 'a mailbox made anew is fetched again: keys stay, nothing is doubled, what is gone goes',
    },
    'send once': { file: sending, title: 'a line that breaks ($cut) at $at' },
    'a file arrives': {
      file: 'mail/email-freeze.test.ts',
      title: 'files stand in base64 behind the text, under their names, in 7-bit and the same every time',
    },
    'limits of files': { reason: 'each server has its own, and refuses in its own words' },
    '401': { file: sending, title: 'a refused password is told, not tried again' },
    '403': { reason: 'IMAP and SMTP have no such answer' },
    '429': { file: sending, title: 'a wait that the server asks for is kept, and waits grow up to four hours' },
    '5xx': { file: sending, title: '$name: $kind' },
    'found after time-out': { file: 'mail/email-filing.test.ts', title: 'a copy in Sent: %s' },
    truncated: {
      file: first,
      title: 'a line that breaks again and again: every mail once, and no batch fetched twice',
    },
    'wrong types': {
      file: 'mail/email-torture.test.ts',
      title: 'whatever the bytes and the structure, a message that keeps the schema',
    },
    // 5,000 mails in two folders
    '10,000 threads': { file: 'mail/email-throughput.test.ts', title: 'a whole mailbox, and again with nothing new' },
    'cancel in 1 s': { file: first, title: 'a signal ends the pull at once, and the session can be used again' },
    'no secret in log': { file: 'mail/email-quirks.test.ts', title: 'a refused login is not tried again by itself' },
  },
  demo: {
    'pull all, resume': {
      file: 'unit/demo-connector.test.ts',
      title: 'goes on after any batch, and everything comes once',
    },
    'same again': { file: 'unit/demo-connector.test.ts', title: 'brings the same again when it is asked again' },
    'send once': { file: 'unit/demo-connector.test.ts', title: 'takes a reply, and the customer answers once' },
    'a file arrives': nothingLeaves,
    'limits of files': nothingLeaves,
    '401': nothingLeaves,
    '403': nothingLeaves,
    '429': nothingLeaves,
    '5xx': nothingLeaves,
    'found after time-out': nothingLeaves,
    truncated: nothingLeaves,
    'wrong types': nothingLeaves,
    '10,000 threads': { reason: 'the demo shop has some sixty conversations' },
    'cancel in 1 s': { file: 'unit/demo-connector.test.ts', title: 'stops when asked' },
    'no secret in log': { reason: 'it has no secrets' },
  },
};

/** Whether the test that is named is there. */
export function isThere({ file, title }: { file: string; title: string }): boolean {
  return readFileSync(join(import.meta.dirname, '..', file), 'utf8').includes(`'${title}'`);
}
