// One reply of the library by what it is for.
import type { Language } from '../../../shared/model/ids.ts';
import type { CannedReplyRow } from '../../database/rows.ts';
import { database } from './database.ts';

/** In the language asked for, else in English. */
export async function readCannedReply(scenario: string, language: Language): Promise<CannedReplyRow | undefined> {
  const rows = await database()
    .cannedReplies.filter((row) => row.scenario === scenario)
    .toArray();
  return rows.find((row) => row.language === language) ?? rows.find((row) => row.language === 'en');
}
