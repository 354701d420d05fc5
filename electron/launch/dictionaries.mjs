// Spelling dictionaries for the package: Hunspell's, in the binary form that Chromium reads, with the licences they come under.
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.mjs';
import { runCommand } from './run-command.mjs';
import { LaunchError, say, sayWhile } from './say.mjs';
import { canInstallPackages, ensurePackages } from './system-packages.mjs';

/** Chromium's own converter, as Debian packs it for Qt. */
const converter = '/usr/lib/qt6/libexec/qwebengine_convert_dict';
const hunspell = '/usr/share/hunspell';
/** Debian's packages, and the names that Chromium looks for (electron/main/spell-dictionaries.ts). */
const dictionaries = [
  { name: 'en_US', source: 'hunspell-en-us', target: 'en-US-10-1.bdic' },
  { name: 'tr_TR', source: 'hunspell-tr', target: 'tr-TR-4-0.bdic' },
  { name: 'el_GR', source: 'hunspell-el', target: 'el-GR-3-0.bdic' },
];

/**
 * Makes `out/dictionaries` anew: for each language the dictionary and its copyright. Where the converter or a dictionary is not here and may
 * not be installed, it says so and the language is left out; the app then tells that it cannot check it.
 */
export async function makeDictionaries() {
  const folder = join(projectRoot, 'out/dictionaries');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packages = ['qt6-webengine-dev-tools', ...dictionaries.map(({ source }) => source)];
  if (canInstallPackages()) await ensurePackages(packages);
  const isHere = ({ name = '' }) => existsSync(converter) && existsSync(join(hunspell, `${name}.dic`));
  const made = dictionaries.filter(isHere);
  if (made.length > 0) {
    await sayWhile('Making the spelling dictionaries', async () => {
      for (const each of made) await convert(each, folder);
    });
  }
  if (made.length < dictionaries.length) {
    const missing = dictionaries.filter((each) => !made.includes(each)).map(({ name }) => name);
    say(`No spelling dictionary for ${missing.join(', ')}: it takes the Debian packages ${packages.join(' ')}.`);
  }
}

/**
 * @param {typeof dictionaries[number]} dictionary
 * @param {string} folder
 */
async function convert({ name, source, target }, folder) {
  const file = join(folder, target);
  const { code, output } = await runCommand(converter, [join(hunspell, `${name}.dic`), file]);
  if (code !== 0) throw new LaunchError(`The dictionary ${name} cannot be converted.\n${output.trim()}`);
  copyFileSync(`/usr/share/doc/${source}/copyright`, join(folder, `${target}.copyright.txt`));
}
