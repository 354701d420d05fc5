// `npm run bench -- start|sync|search|list|export|privacy|coach [--json] [options]`: measures the app and prints each figure beside its limit.
import '../../electron/launch/node-version.mjs';
import { join } from 'node:path';
import { ensureBuilt } from '../../electron/launch/build.mjs';
import { ensureInstalled } from '../../electron/launch/install.mjs';
import { projectRoot } from '../../electron/launch/project.mjs';
import { runMain } from '../../electron/launch/say.mjs';
import { readArguments } from './arguments.mjs';

await runMain(async () => {
  const { name, isJson, options } = readArguments(process.argv.slice(2));
  await ensureInstalled();
  // The coach is measured in Node: it is pure code, and only slower here than in the app's newer engine.
  if (name !== 'coach') await ensureBuilt();
  // The benches are TypeScript, which this Node does not read by itself; the bundler's own loader does.
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('./bench.ts') }} */
  const { module } = await runnerImport(join(import.meta.dirname, 'bench.ts'), {
    root: projectRoot,
    logLevel: 'error',
    configFile: false,
  });
  await module.bench(name, options, isJson);
  return Number(process.exitCode ?? 0);
});
