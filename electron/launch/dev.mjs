// `npm run dev`: runs the app from its sources; the page reloads its parts as they change.
import './node-version.mjs';
import { bundlerCommand, forgetBuild } from './build.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { ensureInstalled } from './install.mjs';
import { runMain } from './say.mjs';
import { runApp, sandboxArguments } from './start-app.mjs';

await runMain(async () => {
  await ensureInstalled();
  const runtime = await electronRuntime();
  forgetBuild(); // the dev server writes unminified programs into out/
  const sandbox = sandboxArguments(runtime.folder).length > 0 ? ['--noSandbox'] : [];
  const appArguments = process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [];
  return runApp(process.execPath, [...bundlerCommand('dev', '--watch', ...sandbox), ...appArguments], {
    ...process.env,
    ELECTRON_EXEC_PATH: runtime.program,
  });
});
