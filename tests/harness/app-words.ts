// The sentences that the app shows, by their ids.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../electron/launch/project.mjs';

export type Words = (id: string) => string;

export function wordsOf(language: string): Words {
  const file = join(projectRoot, 'renderer/app/text', `${language}.json`);
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return (id) => texts[id] ?? id;
}
