// `npm run shots -- FOLDER`: pictures of every screen, light and dark, in English, Turkish and Greek, from the real app.
import '../../electron/launch/node-version.mjs';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuilt } from '../../electron/launch/build.mjs';
import { openDisplay } from '../../electron/launch/display.mjs';
import { electronRuntime } from '../../electron/launch/electron-runtime.mjs';
import { ensureInstalled } from '../../electron/launch/install.mjs';
import { projectRoot } from '../../electron/launch/project.mjs';
import { runCommand } from '../../electron/launch/run-command.mjs';
import { LaunchError, runMain } from '../../electron/launch/say.mjs';

await runMain(async () => {
  const [folder, ...only] = process.argv.slice(2);
  if (folder === undefined)
    throw new LaunchError('Where to? Example: npm run shots -- /tmp/shots [en-light tr-dark …]');
  const target = resolve(folder);
  mkdirSync(target, { recursive: true });
  await ensureInstalled();
  await ensureBuilt();
  const runtime = await electronRuntime();
  const display = process.platform === 'linux' ? await openDisplay() : undefined;
  try {
    const { code, output } = await runCommand(
      process.execPath,
      [
        join(projectRoot, 'node_modules/@playwright/test/cli.js'),
        'test',
        '--config',
        'tests/shots/playwright.config.ts',
        ...(only.length > 0 ? ['--grep', only.join('|')] : []),
      ],
      {
        cwd: projectRoot,
        env: { ...process.env, ...display?.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder, DEFTER_SHOTS: target },
      },
    );
    process.stdout.write(output);
    return code;
  } finally {
    display?.close();
  }
});
