// `npm test -- package`: packs the app, checks what is in the package, installs the .deb in a bare Debian and starts it there.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkSize } from '../../electron/launch/package-sizes.mjs';
import { projectRoot } from '../../electron/launch/project.mjs';
import { runCommand } from '../../electron/launch/run-command.mjs';
import { LaunchError, say, sayWhile } from '../../electron/launch/say.mjs';
import { canInstallPackages, ensurePackages } from '../../electron/launch/system-packages.mjs';
import { CleanRoot } from './clean-root.mjs';

const dist = join(projectRoot, 'dist');
/** A window with letters in it; an empty one of this size packs to some 6 kB. */
const leastPictureBytes = 20_000;
/** Byte values of the fuse wire: https://www.electronjs.org/docs/latest/tutorial/fuses */
const fuseOn = '1'.charCodeAt(0);
const fuses = { runAsNode: 0, nodeOptions: 2, asarIntegrity: 4, onlyAsar: 5 };

/** @param {boolean} holds @param {string} what */
function check(holds, what) {
  say(`${holds ? 'ok  ' : 'FAIL'}  ${what}`);
  return holds ? 1 : 0;
}

/** The states of the fuses behind their mark in the program. @param {string} program */
function fuseStates(program) {
  const bytes = readFileSync(program);
  const mark = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  const at = bytes.indexOf(mark);
  if (at < 0) throw new LaunchError(`There is no fuse wire in ${program}.`);
  return bytes.subarray(at + mark.length + 2, at + mark.length + 2 + (bytes[at + mark.length + 1] ?? 0));
}

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function checkPackage() {
  if (!canInstallPackages()) throw new LaunchError('The package is tried out on Debian as root: a container will do.');
  await ensurePackages(['debootstrap']);
  const { code, output } = await sayWhile('npm run package', () =>
    runCommand(process.execPath, [join(projectRoot, 'electron/launch/package.mjs')], { cwd: projectRoot }),
  );
  if (code !== 0) throw new LaunchError(output.trim());
  const deb = readdirSync(dist).find((name) => name.endsWith('.deb'));
  if (!deb) throw new LaunchError(`There is no .deb in ${dist}.`);

  const results = [];
  // packing refuses what is too large
  results.push(check(true, checkSize('.deb', join(dist, deb))));
  results.push(check(true, checkSize('.asar', join(dist, 'linux-unpacked/resources/app.asar'))));
  const states = fuseStates(join(dist, 'linux-unpacked/defter'));
  results.push(check(states[fuses.runAsNode] !== fuseOn, 'the program does not run as Node'));
  results.push(check(states[fuses.nodeOptions] !== fuseOn, 'NODE_OPTIONS changes nothing'));
  results.push(check(states[fuses.onlyAsar] === fuseOn, 'code is loaded from app.asar only'));
  results.push(check(states[fuses.asarIntegrity] === fuseOn, 'app.asar is checked where the system can'));

  const dictionaries = readdirSync(join(dist, 'linux-unpacked/resources/dictionaries'));
  const languages = dictionaries.filter(
    (name) => name.endsWith('.bdic') && dictionaries.includes(`${name}.copyright.txt`),
  );
  results.push(check(languages.length === 3, `spelling: ${languages.join(', ')}, each with its licence`));

  const root = await sayWhile('Making a bare Debian', () => CleanRoot.make());
  try {
    await sayWhile('Installing the .deb in it', () => root.install(join(dist, deb)));
    const { picture, isSandboxed } = await sayWhile('Starting the app in it', () => root.startApp());
    results.push(
      check(
        picture.length > leastPictureBytes,
        `the installed app shows its window (${picture.length} bytes of picture)`,
      ),
    );
    results.push(check(isSandboxed, 'its pages run in the sandbox'));
    await root.run('apt-get', '-qq', 'remove', '-y', 'defter');
    const left = await root.run('sh', '-c', 'ls -d /opt/defter /usr/bin/defter 2> /dev/null || true');
    results.push(check(left.trim() === '', 'removed, nothing of the program is left'));
    const kept = await root.run('ls', '-A', '/home/shop/.config');
    results.push(check(kept.includes('Defter'), "what the person wrote stays in the person's own folder"));
  } finally {
    await root.remove();
  }
  const passed = results.reduce((sum, each) => sum + each, 0);
  return { passed, failed: results.length - passed };
}
