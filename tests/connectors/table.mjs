// `npm run connectors [-- --json]`: what each connector can do, straight from its manifest.
import '../../electron/launch/node-version.mjs';
import { join } from 'node:path';
import { ensureInstalled } from '../../electron/launch/install.mjs';
import { projectRoot } from '../../electron/launch/project.mjs';
import { LaunchError, runMain } from '../../electron/launch/say.mjs';

await runMain(async () => {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => arg !== '--json');
  if (unknown !== undefined) throw new LaunchError(`There is no option "${unknown}"; there is --json.`);
  await ensureInstalled();
  // Manifests are TypeScript, which this Node does not read by itself; the bundler's own loader does.
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('../../electron/sync/connectors/capability-table.ts') }} */
  const { module } = await runnerImport(join(projectRoot, 'electron/sync/connectors/capability-table.ts'), {
    root: projectRoot,
    logLevel: 'silent',
    configFile: false,
  });
  const rows = module.capabilityRows();
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(rows)}\n` : module.capabilityTable(rows));
  return 0;
});
