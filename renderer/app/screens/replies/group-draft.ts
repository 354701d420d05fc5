// A reply while it is being edited: all its languages at once, and the changes that saving makes of it.
import type { CannedReplyRow } from '../../../database/rows.ts';
import type { CannedReply, CannedReplyChange, ReplyActions } from '../../../../shared/model/canned-reply.ts';
import type { CannedReplyId, Language } from '../../../../shared/model/ids.ts';
import type { OutgoingFile } from '../../../../shared/model/message.ts';
import { languages, type ReplyGroup } from './reply-groups.ts';

export interface VariantDraft {
  id: CannedReplyId;
  title: string;
  body: string;
  whenToUse: string;
}

export interface GroupDraft {
  scenario: string;
  variants: Partial<Record<Language, VariantDraft>>;
  folder: string | null;
  tags: string[];
  words: string[];
  channels: string[];
  purpose: 'service' | 'marketing';
  actions: ReplyActions;
  /** Files that go along, in every language. */
  attachments: readonly OutgoingFile[];
  /** The agent who is writing it and has not shared it yet. */
  draftOf: string | null;
}

/** The draft of a reply as it stands in the library. */
export function draftOfGroup(group: ReplyGroup): GroupDraft {
  const rows = languages.flatMap((language) => group.variants[language] ?? []);
  const [first] = rows;
  return {
    scenario: group.scenario,
    variants: Object.fromEntries(
      rows.map(({ language, id, title, body, whenToUse }) => [language, { id, title, body, whenToUse }]),
    ),
    folder: group.folder,
    tags: [...group.tags],
    words: [...new Set(rows.flatMap((row) => row.words ?? []))],
    channels: [...(first?.channels ?? [])],
    purpose: first?.purpose ?? 'service',
    actions: first?.actions ?? {},
    attachments: first?.attachments ?? [],
    draftOf: group.draftOf,
  };
}

/** A new reply with one variant. */
export function newDraft(given: {
  randomId: () => string;
  language: Language;
  title?: string;
  body?: string;
  folder?: string | null;
  draftOf?: string | null;
}): GroupDraft {
  const { randomId, language, title = '', body = '', folder = null, draftOf = null } = given;
  const scenario = `own-${randomId()}`;
  return {
    scenario,
    variants: { [language]: { id: variantId(scenario, language), title, body, whenToUse: '' } },
    folder,
    tags: [],
    words: [],
    channels: [],
    purpose: 'service',
    actions: {},
    attachments: [],
    draftOf,
  };
}

const variantId = (scenario: string, language: Language): CannedReplyId => `${language}-${scenario}` as CannedReplyId;

/** Begins the variant in a language that has none; its title is the one it has elsewhere. */
export function withVariant(draft: GroupDraft, language: Language): GroupDraft {
  const other = languages.flatMap((each) => draft.variants[each] ?? [])[0];
  const variant: VariantDraft = {
    id: variantId(draft.scenario, language),
    title: other?.title ?? '',
    body: '',
    whenToUse: '',
  };
  return { ...draft, variants: { ...draft.variants, [language]: variant } };
}

export function withoutVariant(draft: GroupDraft, language: Language): GroupDraft {
  const { [language]: _gone, ...variants } = draft.variants;
  return { ...draft, variants };
}

export function changeVariant(draft: GroupDraft, language: Language, change: Partial<VariantDraft>): GroupDraft {
  const before = draft.variants[language];
  return before ? { ...draft, variants: { ...draft.variants, [language]: { ...before, ...change } } } : draft;
}

/** Why it cannot be saved; null when it can. */
export function problemOf(draft: GroupDraft): 'no-variant' | 'no-title' | 'no-text' | null {
  const variants = Object.values(draft.variants);
  if (variants.length === 0) return 'no-variant';
  if (variants.some(({ title }) => title.trim() === '')) return 'no-title';
  return variants.some(({ body }) => body.trim() === '') ? 'no-text' : null;
}

/** The changes that make the library say what the draft says; empty when it does already. */
export function changesOf(draft: GroupDraft, group: ReplyGroup | undefined): CannedReplyChange[] {
  return languages.flatMap((language): CannedReplyChange[] => {
    const variant = draft.variants[language];
    const before = group?.variants[language];
    if (!variant) return before ? [{ id: before.id, reply: null }] : [];
    const reply = replyOf(draft, language, variant);
    return before && isSame(replyOfRow(before), reply) ? [] : [{ id: variant.id, reply }];
  });
}

function replyOf(draft: GroupDraft, language: Language, { id, title, body, whenToUse }: VariantDraft): CannedReply {
  const { scenario, folder, tags, words, channels, purpose, actions, attachments, draftOf } = draft;
  return {
    id,
    scenario,
    language,
    title: title.trim(),
    whenToUse: whenToUse.trim(),
    body: body.trim(),
    tags: [...tags],
    channels: [...channels],
    isBuiltIn: false,
    ...(folder === null ? {} : { folder }),
    ...(words.length === 0 ? {} : { words: [...words] }),
    ...(purpose === 'marketing' ? { purpose } : {}),
    ...(Object.keys(actions).length === 0 ? {} : { actions }),
    ...(attachments.length === 0 ? {} : { attachments: [...attachments] }),
    ...(draftOf === null ? {} : { draftOf }),
  };
}

/** A reply as the journal has it: without what is counted. */
export function replyOfRow(row: CannedReplyRow): CannedReply {
  const { useCount: _useCount, lastUsedAt: _lastUsedAt, isFromApp: _isFromApp, ...reply } = row;
  return reply;
}

const plain = (reply: CannedReply): string => {
  const { isBuiltIn: _isBuiltIn, changedAt: _changedAt, isHidden: _isHidden, tags, ...rest } = reply;
  return JSON.stringify(Object.entries({ ...rest, tags: [...tags].sort() }).sort(([a], [b]) => (a < b ? -1 : 1)));
};

const isSame = (a: CannedReply, b: CannedReply): boolean => plain(a) === plain(b);
