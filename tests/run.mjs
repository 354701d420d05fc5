// `npm test`: every check of the project, from installing to driving the real app. `npm test -- unit tests/mail/x.test.ts`
// chooses stages or test files. The last line is always `N passed, N failed`.
import '../electron/launch/node-version.mjs';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureBuilt } from '../electron/launch/build.mjs';
import { openDisplay } from '../electron/launch/display.mjs';
import { electronRuntime } from '../electron/launch/electron-runtime.mjs';
import { ensureInstalled } from '../electron/launch/install.mjs';
import { projectRoot } from '../electron/launch/project.mjs';
import { runCommand } from '../electron/launch/run-command.mjs';
import { LaunchError } from '../electron/launch/say.mjs';
import { ensureSystem, findBrowser } from './harness/system.mjs';
import { checkPackage } from './package/run.mjs';

/** Three times what a stage takes on two slow cores: a runner that hangs is a failure, not a wait. */
const stageTimeoutMs = 15 * 60 * 1000;
const electronTimeoutMs = 50 * 60 * 1000;
const reports = mkdtempSync(join(tmpdir(), 'defter-tests-'));

/**
 * What a stage found. `skipped` tests count as neither; `details` is shown where something failed, `notes` always.
 * @typedef {{ passed: number, failed: number, skipped?: number, details?: string, notes?: string, isAbsent?: boolean }} Outcome
 */

/** The same as in the `format` script of package.json. */
const formatted = '**/*.{ts,tsx,mjs,js,css}';

/** Every stage in the order in which it runs; `folders`: where its test files are. Static checks run side by side. */
const stages = {
  build: { run: build },
  types: { isStatic: true, run: () => check('node_modules/typescript/bin/tsc', ['-b', '--pretty', 'false']) },
  lint: { isStatic: true, run: () => check('node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']) },
  format: { isStatic: true, run: () => check('node_modules/prettier/bin/prettier.cjs', ['--check', formatted]) },
  texts: { isStatic: true, run: texts },
  unit: { folders: ['unit'], run: vitest },
  mail: { folders: ['mail', 'connectors', 'engine'], run: vitest },
  store: { folders: ['store'], run: vitest },
  electron: { folders: ['electron'], run: electron },
  /** Minutes and a bare Debian: only when named. */
  package: { isOnDemand: true, run: () => checkPackage() },
};
/** @typedef {keyof typeof stages} StageName */
const stageNames = /** @type {StageName[]} */ (Object.keys(stages));

/** @returns {Promise<Outcome>} */
async function build() {
  await ensureBuilt();
  return { passed: 1, failed: 0 };
}

/**
 * A check that is one thing: it holds or it does not.
 * @param {string} program inside the project
 * @param {string[]} args
 * @returns {Promise<Outcome>}
 */
async function check(program, args) {
  const { code, output } = await runNode(program, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, details: output };
}

/**
 * @param {string} program inside the project
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @param {number} [timeoutMs]
 */
function runNode(program, args, env = {}, timeoutMs = stageTimeoutMs) {
  return runCommand(process.execPath, [join(projectRoot, program), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env, [process.stdout.isTTY ? 'FORCE_COLOR' : 'NO_COLOR']: '1' },
    timeoutMs,
  });
}

/** Every sentence is there in every language, with the same parts. @returns {Promise<Outcome>} */
async function texts() {
  const folder = 'renderer/app/text';
  const files = existsSync(join(projectRoot, folder))
    ? readdirSync(join(projectRoot, folder)).filter((name) => name.endsWith('.json'))
    : [];
  if (files.length === 0) return { passed: 0, failed: 0, isAbsent: true };
  const rules = ['--source-locale', 'en', '--missing-keys', '--extra-keys', '--structural-equality'];
  return check('node_modules/@formatjs/cli/bin/formatjs', [
    'verify',
    ...rules,
    ...files.map((name) => `${folder}/${name}`),
  ]);
}

/**
 * @param {StageName} name of the stage, which is the Vitest project's name too
 * @param {string[]} files none: all
 * @returns {Promise<Outcome>}
 */
async function vitest(name, files) {
  const report = join(reports, `${name}.json`);
  const notes = join(reports, `${name}.txt`);
  const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`];
  const options = ['--config', 'tests/vitest.config.ts', '--project', name, '--passWithNoTests', ...reporters];
  const browser = findBrowser();
  const { code, output } = await runNode('node_modules/vitest/vitest.mjs', ['run', ...options, ...files], {
    DEFTER_TEST_NOTES: notes,
    ...(browser ? { DEFTER_CHROMIUM: browser } : {}),
  });
  /** @typedef {{ status: string, assertionResults: { status: string }[] }} File */
  const found = /** @type {{ testResults: File[] } | undefined} */ (readReport(report));
  const results = found?.testResults ?? [];
  const count = (/** @type {string[]} */ ...statuses) =>
    results.flatMap((file) => file.assertionResults).filter((test) => statuses.includes(test.status)).length;
  // A file that fails outside its tests, in an import or a hook, has no failed test of its own.
  const brokenFiles = results.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = count('failed') + brokenFiles.length;
  const outcome = { passed: count('passed'), failed, skipped: count('pending', 'skipped', 'todo') };
  return settle(code, output, existsSync(notes) ? { ...outcome, notes: readFileSync(notes, 'utf8') } : outcome);
}

/**
 * @param {StageName} _name
 * @param {string[]} files none: all
 * @returns {Promise<Outcome>}
 */
async function electron(_name, files) {
  const report = join(reports, 'electron.json');
  const runtime = await electronRuntime();
  const display = process.platform === 'linux' ? await openDisplay() : undefined;
  try {
    const { code, output } = await runNode(
      'node_modules/@playwright/test/cli.js',
      [
        'test',
        '--config',
        'tests/electron/playwright.config.ts',
        '--reporter',
        'list,json',
        '--pass-with-no-tests',
        ...files,
      ],
      {
        ...display?.env,
        ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
      electronTimeoutMs,
    );
    /** @typedef {{ expected: number, unexpected: number, flaky: number, skipped: number }} Stats */
    const found = /** @type {{ stats: Stats, errors: unknown[] } | undefined} */ (readReport(report));
    const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = found?.stats ?? {};
    const failed = unexpected + flaky + (found?.errors.length ?? 0);
    return settle(code, output, { passed: expected, failed, skipped });
  } finally {
    display?.close();
  }
}

/** @param {string} file @returns {unknown} */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * A runner that ends badly without naming a failed test counts as one failure.
 * @param {number} code
 * @param {string} details
 * @param {Outcome} outcome
 * @returns {Outcome}
 */
function settle(code, details, outcome) {
  const failed = outcome.failed === 0 && code !== 0 ? 1 : outcome.failed;
  return { ...outcome, failed, details };
}

/**
 * The stages and files that the arguments choose; every stage and no files when there are none.
 * @param {string[]} args
 * @returns {{ chosen: StageName[], files: string[] }}
 */
function choose(args) {
  /** @type {Set<StageName>} */
  const chosen = new Set();
  const files = [];
  for (const arg of args) {
    const stage = stageNames.find((name) => name === arg) ?? stageOfFile(arg);
    if (!stage) {
      throw new LaunchError(
        `There is no stage or test file "${arg}". Stages: ${stageNames.join(', ')}; or name test files: tests/unit/rpc.test.ts`,
      );
    }
    chosen.add(stage);
    if (stage !== arg) files.push(relative(projectRoot, resolve(arg)).split(sep).join('/'));
  }
  if (chosen.size === 0) return { chosen: stageNames.filter((name) => !('isOnDemand' in stages[name])), files };
  if (chosen.has('electron')) chosen.add('build');
  return { chosen: stageNames.filter((name) => chosen.has(name)), files };
}

/** @param {string} arg */
function stageOfFile(arg) {
  if (!/\.(test|spec)\.tsx?$/.test(arg) || !existsSync(resolve(arg))) return undefined;
  const folder = relative(import.meta.dirname, resolve(arg)).split(sep)[0] ?? '';
  return stageNames.find((name) => foldersOf(name).includes(folder));
}

/** @param {StageName} name @returns {string[]} */
function foldersOf(name) {
  const stage = stages[name];
  return 'folders' in stage ? stage.folders : [];
}

/**
 * @param {StageName} name
 * @param {string[]} files
 * @param {Set<StageName>} failedStages
 * @returns {Promise<Outcome>}
 */
async function runStage(name, files, failedStages) {
  if (name === 'electron' && failedStages.has('build')) {
    return { passed: 0, failed: 0, details: 'left out: the build failed', isAbsent: true };
  }
  const own = files.filter((file) => foldersOf(name).some((folder) => file.startsWith(`tests/${folder}/`)));
  try {
    await ensureSystem([name]);
    return await stages[name].run(name, own);
  } catch (error) {
    const words = error instanceof LaunchError ? error.message : error instanceof Error ? error.stack : String(error);
    return { passed: 0, failed: 1, details: words ?? '' };
  }
}

/**
 * @param {StageName} name
 * @param {Outcome} outcome
 * @param {number} durationMs
 */
function tell(name, { passed, failed, skipped = 0, details, notes, isAbsent }, durationMs) {
  const words = details?.trim() ?? '';
  if (failed > 0) console.log(process.stdout.isTTY ? words : stripVTControlCharacters(words));
  if (notes !== undefined) console.log(notes.trimEnd());
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  console.log(
    `== ${name} (${(durationMs / 1000).toFixed(1)} s): ${isAbsent ? (details ?? 'nothing to check') : counts}`,
  );
}

/** @param {string[]} args @returns {Promise<{ passed: number, failed: number }>} */
async function runAll(args) {
  const { chosen, files } = choose(args);
  await ensureInstalled();
  const total = { passed: 0, failed: 0 };
  /** @type {Set<StageName>} */
  const failedStages = new Set();
  const runAndTell = async (/** @type {StageName} */ name) => {
    const startedAt = performance.now();
    const outcome = await runStage(name, files, failedStages);
    if (outcome.failed > 0) failedStages.add(name);
    tell(name, outcome, performance.now() - startedAt);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
  };
  /** @type {Promise<void>[]} */
  let sideBySide = [];
  for (const name of chosen) {
    if ('isStatic' in stages[name]) {
      sideBySide.push(runAndTell(name));
      continue;
    }
    await Promise.all(sideBySide);
    sideBySide = [];
    await runAndTell(name);
  }
  await Promise.all(sideBySide);
  if (failedStages.size > 0) console.log(`\nFailed: ${[...failedStages].join(', ')}`);
  return total;
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.exit(130)); // closes the screen
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));
let total = { passed: 0, failed: 1 };
try {
  total = await runAll(process.argv.slice(2));
} catch (error) {
  console.log(error instanceof LaunchError ? error.message : error);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
