// Spelling dictionaries on disk: under which names Chromium looks for them, and where Defter's own come from.
import { copyFile, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../shared/model/ids.ts';

/**
 * What Chromium calls each language, and the file that it wants in `Dictionaries/` of the profile before it asks its vendor's server for
 * one (components/spellcheck/common/spellcheck_common.cc; tried on Electron 33).
 */
export const spellDictionaries: Readonly<Record<Language, { code: string; fileName: string }>> = {
  en: { code: 'en-US', fileName: 'en-US-10-1.bdic' },
  tr: { code: 'tr', fileName: 'tr-TR-4-0.bdic' },
  el: { code: 'el', fileName: 'el-GR-3-0.bdic' },
};

/**
 * The languages of `wanted` whose dictionary lies in `profileDir` afterwards. One that came with the app (`shippedDir`) is copied there;
 * nothing is ever fetched. Rejects when the disk refuses.
 */
export async function provideDictionaries(
  wanted: readonly Language[],
  shippedDir: string,
  profileDir: string,
): Promise<Language[]> {
  const provided: Language[] = [];
  for (const language of wanted) {
    const { fileName } = spellDictionaries[language];
    const shippedBytes = await sizeOf(join(shippedDir, fileName));
    const ownBytes = await sizeOf(join(profileDir, fileName));
    // also after an update that brought a better one
    if (shippedBytes !== undefined && shippedBytes !== ownBytes) {
      await mkdir(profileDir, { recursive: true, mode: 0o700 });
      const temporary = join(profileDir, `${fileName}.tmp`);
      await copyFile(join(shippedDir, fileName), temporary);
      await rename(temporary, join(profileDir, fileName));
    }
    if (shippedBytes !== undefined || ownBytes !== undefined) provided.push(language);
  }
  return provided;
}

/** The languages that could be checked on this machine. */
export async function availableDictionaries(shippedDir: string, profileDir: string): Promise<Language[]> {
  const available: Language[] = [];
  for (const language of Object.keys(spellDictionaries) as Language[]) {
    const { fileName } = spellDictionaries[language];
    const sizes = [await sizeOf(join(shippedDir, fileName)), await sizeOf(join(profileDir, fileName))];
    if (sizes.some((bytes) => bytes !== undefined)) available.push(language);
  }
  return available;
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch {
    return undefined; // not there, or not ours to read: the same to a speller
  }
}
