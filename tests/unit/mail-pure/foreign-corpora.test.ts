// Foreign mail corpora, where DEFTER_CORPORA names the folder that holds them: replies and threads not written by us.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseSubject } from '../../../shared/mail/subject.ts';
import { splitQuoted } from '../../../shared/mail/quoting.ts';
import { parseMessageIds, subjectKey, type ThreadHeaders } from '../../../shared/mail/threading.ts';
import { conversationsOf } from './conversations-of.ts';

const corpora = process.env['DEFTER_CORPORA'] ?? '';

/** Registers `tests` when the folder is there; else one skipped test that says what is missing. */
function withCorpus(folder: string, tests: (path: string) => void): void {
  const path = join(corpora, folder);
  if (corpora !== '' && existsSync(path)) tests(path);
  else it.skip(`${folder}: set DEFTER_CORPORA to a folder that holds it`, () => undefined);
}

const read = (path: string, file: string): string => readFileSync(join(path, file), 'utf8').replaceAll('\r\n', '\n');

describe('crisp email-reply-parser', () => {
  withCorpus('crisp-email-reply-parser/test/fixtures', (path) => {
    // Nothing in these shows where the original begins, or the original's own lines stand between the quoted ones.
    const undecided = ['email_15.txt', 'email_german_3.txt', 'email_7.txt', 'email_8.txt'];
    const filler = 'Fusce bibendum, quam hendrerit';
    const files = readdirSync(path).filter((file) => read(path, file).startsWith(filler) && !undecided.includes(file));

    it('has the replies', () => {
      expect(files.length).toBeGreaterThan(35);
    });

    it.each(files)('%s: the first paragraph is the reply', (file) => {
      const text = read(path, file);
      expect(splitQuoted(text).fresh).toBe(/^(?:.+\n)*?.+(?=\n\n|\n_{5}|\nOn Dec)/.exec(text)?.[0]);
    });

    it.each(undecided)('%s: in doubt everything stays in sight', (file) => {
      const { fresh, quoted } = splitQuoted(read(path, file));
      expect(quoted).toBeNull();
      expect(fresh).toContain(filler);
    });
  });
});

describe('github email_reply_parser', () => {
  withCorpus('github-email_reply_parser/test/emails', (path) => {
    it.each([
      ['email_1_3.txt', 'Oh thanks.\n\nHaving the function would be great.\n\n-Abhishek Kona'],
      ['email_1_4.txt', "Awesome! I haven't had another problem with it."],
      ['email_1_6.txt', 'I get proper rendering as well.'],
      ['email_1_7.txt', ':+1:'],
      ['email_2_1.txt', 'Outlook with a reply'],
      ['email_2_2.txt', 'Outlook with a reply directly above line'],
      ['email_2_3.txt', 'Outlook with a reply directly above line'],
      ['email_BlackBerry.txt', 'Here is another email'],
      ['email_iPhone.txt', 'Here is another email'],
      ['email_multi_word_sent_from_my_mobile_device.txt', 'Here is another email'],
      ['correct_sig.txt', 'this is an email with a correct -- signature.'],
    ])('%s', (file, fresh) => {
      expect(splitQuoted(read(path, file)).fresh).toBe(fresh);
    });

    it.each(['email_1_2.txt', 'email_1_8.txt', 'email_sent_from_my_not_signature.txt', 'email_1_5.txt'])(
      '%s: answers between quotes and look-alikes stay in sight',
      (file) => {
        expect(splitQuoted(read(path, file)).quoted).toBeNull();
      },
    );

    it.each([
      ['greedy_on.txt', 'On your remote host', 'On 9 Jan 2014'],
      ['email_one_is_not_on.txt', 'One outstanding question', 'On Oct 1, 2012'],
      ['pathological.txt', '', 'On Dec 8, 2013'],
    ])('%s', (file, fresh, quoted) => {
      const split = splitQuoted(read(path, file));
      expect(split.fresh).toContain(fresh);
      expect(split.quoted?.startsWith(quoted)).toBe(true);
    });
  });
});

describe('jwz_threading', () => {
  withCorpus('jwz_threading-fdietz/example', (path) => {
    const mails = read(path, 'test1.mbox')
      .split(/^From .+\n/m)
      .slice(1)
      .map((mail) => {
        const headers = (mail.split('\n\n')[0] ?? '').replace(/\n[ \t]+/g, ' ');
        const header = (name: string): string => new RegExp(`^${name}: *(.*)$`, 'im').exec(headers)?.[1] ?? '';
        const thread: ThreadHeaders = {
          rfcMessageId: parseMessageIds(header('Message-ID'))[0],
          inReplyTo: parseMessageIds(header('In-Reply-To')),
          references: parseMessageIds(header('References')),
        };
        return { thread, subject: header('Subject') };
      });

    it('gives the same conversations by ids as by subjects', () => {
      expect(mails).toHaveLength(25);
      const bySubject = new Map<string, string[]>();
      for (const { thread, subject } of mails) {
        const key =
          subjectKey({ subject, correspondent: 'list@x.example', isAutomatic: false }) ?? baseSubject(subject);
        bySubject.set(key, [...(bySubject.get(key) ?? []), thread.rfcMessageId ?? '']);
      }
      const expected = [...bySubject.values()].map((own) => own.sort()).sort();
      expect(conversationsOf(mails.map(({ thread }) => thread))).toEqual(expected);
    });
  });
});
