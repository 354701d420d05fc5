// `npm run package`: packs the built app for this system into dist/; on Linux also as a .deb. See README of this folder.
import './node-version.mjs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { makeDictionaries } from './dictionaries.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { fallbackVersion } from './fallback-runtime.mjs';
import { ensureInstalled } from './install.mjs';
import { hasDebianTools, packDeb } from './pack-deb.mjs';
import { checkSize } from './package-sizes.mjs';
import { projectRoot } from './project.mjs';
import { runCommand } from './run-command.mjs';
import { LaunchError, runMain, say, sayWhile } from './say.mjs';

const rule = '*'.repeat(100);
const dist = join(projectRoot, 'dist');

/**
 * What electron-builder is told beside its file.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @param {boolean} isTrial
 */
function settingsFor(runtime, isTrial) {
  const settings = [`electronVersion=${runtime.version}`];
  // electron-builder fetches the Electron of another system or processor by itself; for this one it takes ours
  if (process.platform !== 'darwin') settings.push(`electronDist=${runtime.folder}`);
  // where releases are looked for; without it the app never looks
  const feed = process.env['DEFTER_UPDATE_FEED'];
  if (feed && !isTrial) {
    if (!feed.startsWith('https://')) throw new LaunchError('DEFTER_UPDATE_FEED must be an https:// address.');
    settings.push('publish.provider=generic', `publish.url=${feed}`);
  }
  // tests drive the program through its debugging arguments
  if (isTrial) settings.push('electronFuses.enableNodeCliInspectArguments=true', 'extraMetadata.isTrial=true');
  return settings;
}

/**
 * @param {string[]} args of electron-builder
 * @param {string[]} settings
 */
async function runBuilder(args, settings) {
  const { code, output } = await sayWhile('Packing the app', () =>
    runCommand(
      process.execPath,
      [
        join(projectRoot, 'node_modules/electron-builder/cli.js'),
        ...['--config', join(projectRoot, 'electron-builder.yml')],
        ...settings.map((setting) => `-c.${setting}`),
        ...['--publish', 'never'],
        ...args,
      ],
      { cwd: projectRoot },
    ),
  );
  if (code !== 0) throw new LaunchError(`electron-builder failed (exit code ${code}).\n${output.trim()}`);
}

await runMain(async () => {
  await ensureInstalled();
  const args = process.argv.slice(2);
  const isRelease = args[0] === '--release';
  if (isRelease) args.shift();
  const runtime = await electronRuntime({ isRelease });
  await ensureBuilt({ always: true });
  await makeDictionaries();
  const settings = settingsFor(runtime, !isRelease);
  if (args.length > 0) {
    await runBuilder(args, settings);
    say(`The packages are in ${dist}`);
  } else {
    await runBuilder(['--dir'], settings);
    say(`The app, unpacked, is in ${dist}`);
    if (process.platform === 'linux') {
      if (await hasDebianTools()) {
        const file = await sayWhile('Making the .deb', () => packDeb({ dist, isTrial: !isRelease }));
        say(`The Debian package is ${file}\n${checkSize('.deb', file)}`);
      } else say('No .deb was made: dpkg-deb is not on this machine (package dpkg).');
    }
  }
  if (!isRelease) {
    const reason =
      runtime.version === fallbackVersion
        ? `Electron ${runtime.version} in it is out of support`
        : 'anybody can attach to it';
    say(`${rule}\nThis is a trial package, for tests. It must not be given to anybody: ${reason}.`);
    say(`For people: npm run package -- --release\n${rule}`);
  }
  return 0;
});
