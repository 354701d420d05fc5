// The library as it is shown: the language variants of one reply together, in folders, found by words.
import type { CannedReplyRow } from '../../../database/rows.ts';
import { foldText } from '../../../../shared/language/fold.ts';
import { scenariosNamed } from '../../../../shared/language/suggest/topic-scenarios.ts';
import type { Language } from '../../../../shared/model/ids.ts';

export const languages: readonly Language[] = ['en', 'tr', 'el'];

export interface ReplyGroup {
  scenario: string;
  variants: Partial<Record<Language, CannedReplyRow>>;
  /** In the language of the screens where there is one. */
  title: string;
  folder: string | null;
  tags: readonly string[];
  useCount: number;
  lastUsedAt: number | null;
  /** How many files go along. */
  fileCount: number;
  /** Nothing in it came with the app. */
  isOwn: boolean;
  /** Came with the app and was changed by the shop. */
  isChanged: boolean;
  isHidden: boolean;
  /** Still being written by one person. */
  draftOf: string | null;
}

/** A folder of the app or of the shop, or one of the views that are no folder. */
export type FolderChoice = { view: 'all' | 'own' | 'used' | 'drafts' | 'hidden' } | { folder: string };

/** Folders that have a name in three languages. */
export const appFolders = [
  'first',
  'orders',
  'returns',
  'problems',
  'products',
  'payment',
  'thanks',
  'marketplaces',
  'boundaries',
] as const;

/** @param language of the screens */
export function groupReplies(replies: readonly CannedReplyRow[], language: Language): ReplyGroup[] {
  const byScenario = new Map<string, CannedReplyRow[]>();
  for (const row of replies) {
    const rows = byScenario.get(row.scenario);
    if (rows) rows.push(row);
    else byScenario.set(row.scenario, [row]);
  }
  return [...byScenario]
    .map(([scenario, rows]) => groupOf(scenario, rows, language))
    .sort((a, b) => a.title.localeCompare(b.title, language));
}

function groupOf(scenario: string, rows: readonly CannedReplyRow[], language: Language): ReplyGroup {
  const variants = Object.fromEntries(rows.map((row) => [row.language, row])) as ReplyGroup['variants'];
  const shown = variants[language] ?? variants.en ?? rows[0];
  const lastUsedAt = Math.max(...rows.map((row) => row.lastUsedAt ?? 0));
  return {
    scenario,
    variants,
    title: shown?.title ?? scenario,
    folder: shown?.folder ?? null,
    tags: [...new Set(rows.flatMap((row) => row.tags))],
    useCount: rows.reduce((sum, row) => sum + row.useCount, 0),
    lastUsedAt: lastUsedAt === 0 ? null : lastUsedAt,
    fileCount: Math.max(...rows.map(({ attachments = [] }) => attachments.length)),
    isOwn: !rows.some((row) => row.isBuiltIn || row.isFromApp),
    isChanged: rows.some((row) => row.isFromApp),
    isHidden: rows.every((row) => row.isHidden === true),
    draftOf: rows.find((row) => row.draftOf !== undefined)?.draftOf ?? null,
  };
}

/** What `agentId` may see of the library under a choice. */
export function inFolder(group: ReplyGroup, choice: FolderChoice, agentId: string): boolean {
  if (group.draftOf !== null && group.draftOf !== agentId) return false;
  if ('folder' in choice) return group.folder === choice.folder && !group.isHidden && group.draftOf === null;
  switch (choice.view) {
    case 'drafts':
      return group.draftOf !== null;
    case 'hidden':
      return group.isHidden;
    case 'own':
      return (group.isOwn || group.isChanged) && !group.isHidden && group.draftOf === null;
    case 'used':
      return group.useCount > 0 && !group.isHidden;
    case 'all':
      return !group.isHidden && group.draftOf === null;
  }
}

/** Every word stands somewhere in titles, tags, hints or texts of any language, or names what it is an answer to; titles first. Folded, so that İADE finds iade. */
export function searchGroups(groups: readonly ReplyGroup[], query: string): ReplyGroup[] {
  const words = foldText(query)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => ({ word, scenarios: scenariosNamed(word) }));
  if (words.length === 0) return [...groups];
  return groups
    .map((group) => ({ group, score: scoreOf(group, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ group }) => group);
}

function scoreOf(
  { variants, tags, scenario }: ReplyGroup,
  words: readonly { word: string; scenarios: ReadonlyMap<string, number> }[],
): number {
  const rows = Object.values(variants);
  const titles = ` ${foldText(rows.map((row) => row.title).join(' '))} ${foldText(scenario).replaceAll('-', ' ')}`;
  const hints = ` ${foldText([...tags, ...rows.flatMap((row) => [row.whenToUse, ...(row.words ?? [])])].join(' '))}`;
  const bodies = foldText(rows.map((row) => row.body).join('\n'));
  let score = 0;
  for (const { word, scenarios } of words) {
    if (titles.includes(` ${word}`)) score += 20;
    else if (scenarios.has(scenario)) score += 10 + 5 * (scenarios.get(scenario) ?? 0);
    else if (hints.includes(` ${word}`)) score += 6;
    else if (titles.includes(word) || hints.includes(word) || bodies.includes(word)) score += 1;
    else return 0;
  }
  return score;
}

/** The shop's own folders, by name. */
export function ownFolders(groups: readonly ReplyGroup[]): string[] {
  const known: readonly string[] = appFolders;
  const names = new Set(groups.flatMap(({ folder }) => (folder === null || known.includes(folder) ? [] : [folder])));
  return [...names].sort((a, b) => a.localeCompare(b));
}
