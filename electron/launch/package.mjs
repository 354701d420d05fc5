// `npm run package`: packs the built app with the official Electron into dist/. Arguments go to electron-builder.
import './node-version.mjs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { fallbackVersion } from './fallback-runtime.mjs';
import { ensureInstalled } from './install.mjs';
import { projectRoot } from './project.mjs';
import { runCommand } from './run-command.mjs';
import { LaunchError, runMain, say, sayWhile } from './say.mjs';

const rule = '*'.repeat(100);

await runMain(async () => {
  await ensureInstalled();
  const isTrial = process.env['DEFTER_PACKAGE_FALLBACK'] === '1';
  const runtime = await electronRuntime({ isRelease: !isTrial });
  await ensureBuilt({ always: true });
  const args = process.argv.length > 2 ? process.argv.slice(2) : ['--dir'];
  const settings = [`electronDist=${runtime.folder}`, `electronVersion=${runtime.version}`];
  // A trial package is for tests, which drive the program through its debugging arguments.
  if (isTrial) settings.push('electronFuses.enableNodeCliInspectArguments=true');
  const { code, output } = await sayWhile('Packing the app', () =>
    runCommand(
      process.execPath,
      [
        join(projectRoot, 'node_modules/electron-builder/cli.js'),
        ...['--config', join(projectRoot, 'electron-builder.yml')],
        ...settings.map((setting) => `-c.${setting}`),
        ...args,
      ],
      { cwd: projectRoot },
    ),
  );
  if (code !== 0) throw new LaunchError(`electron-builder failed (exit code ${code}).\n${output.trim()}`);
  say(`The package is in ${join(projectRoot, 'dist')}`);
  if (isTrial) {
    const reason =
      runtime.version === fallbackVersion
        ? `Electron ${runtime.version} in it is out of support`
        : 'it can be debugged by anybody';
    say(`${rule}\nThis package is for tests. It must not be given to anybody: ${reason}.\n${rule}`);
  }
  return 0;
});
