// The canned replies that come with the app, in Turkish, Greek and English.
import type { CannedReply } from '../../shared/model/canned-reply.ts';
import type { CannedReplyId, Language } from '../../shared/model/ids.ts';
import { builtInFolder, isMarketing } from './built-in-folders.ts';
import library from './canned-replies.json';
import { stableHash } from '../../shared/mail/stable-hash.ts';

const languages: Readonly<Record<string, Language>> = { en: 'en', tr: 'tr', el: 'el' };

/** Every built-in reply. `channels` is empty where it suits all. */
export const builtInReplies: readonly CannedReply[] = library.replies.map((reply) => {
  const folder = builtInFolder(reply.scenario);
  return {
    id: reply.id as CannedReplyId,
    scenario: reply.scenario,
    language: languages[reply.lang] ?? 'en',
    title: reply.title,
    whenToUse: reply.whenToUse,
    body: reply.body,
    tags: reply.tags,
    channels: reply.channel.filter((channel) => channel !== 'any'),
    isBuiltIn: true,
    ...(folder === undefined ? {} : { folder }),
    // Says that it arrived: the answer is still to come.
    ...(reply.scenario === 'first-acknowledgement' ? { actions: { then: 'open' as const } } : {}),
    ...(isMarketing(reply.scenario) ? { purpose: 'marketing' as const } : {}),
  };
});

const byId = new Map<string, CannedReply>(builtInReplies.map((reply) => [reply.id, reply]));

export const builtInReply = (id: string): CannedReply | undefined => byId.get(id);

/** Changes whenever the library does, so that a new version of the app brings its new texts. */
export const builtInVersion: string = stableHash(JSON.stringify(builtInReplies));
