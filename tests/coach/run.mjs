// `npm run coach -- score FILE.jsonl… [--json]` measures the coach on labelled sentences; `-- explain "text"` shows all it says to a text.
import '../../electron/launch/node-version.mjs';
import { join } from 'node:path';
import { ensureInstalled } from '../../electron/launch/install.mjs';
import { projectRoot } from '../../electron/launch/project.mjs';
import { runMain } from '../../electron/launch/say.mjs';

// Whoever reads along (`| head`) may have seen enough: that is no failure.
process.stdout.on('error', (error) => {
  if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EPIPE') process.exit(0);
  throw error;
});

await runMain(async () => {
  await ensureInstalled();
  // The coach is TypeScript, which this Node does not read by itself; the bundler's own loader does.
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('./coach.ts') }} */
  const { module } = await runnerImport(join(import.meta.dirname, 'coach.ts'), {
    root: projectRoot,
    logLevel: 'error',
    configFile: false,
  });
  return module.coach(process.argv.slice(2));
});
