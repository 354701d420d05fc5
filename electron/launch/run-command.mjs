// Runs the programs that the launcher needs: npm, apt-get, the bundler.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * The exit code that a shell would show for a program that ended so.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCodeOf(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}

/**
 * Runs a program to its end and keeps what it wrote.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 *   `timeoutMs`: after this, the program and all that it started are killed
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program does not exist, 124 when it took too long
 */
export function runCommand(program, args, { cwd, env = process.env, timeoutMs = 0 } = {}) {
  return new Promise((resolve) => {
    // In a process group of its own, a program can be ended together with its children. (Windows knows no groups.)
    const hasGroup = timeoutMs > 0 && process.platform !== 'win32';
    const child = spawn(program, args, {
      ...(cwd ? { cwd } : {}),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: hasGroup,
    });
    const end = () => {
      if (hasGroup && child.pid) killGroup(child.pid);
      else child.kill('SIGKILL');
    };
    let output = '';
    let isLate = false;
    const timer =
      timeoutMs > 0 &&
      setTimeout(() => {
        isLate = true;
        end();
      }, timeoutMs);
    process.once('exit', end);
    const settle = (/** @type {number} */ code, words = '') => {
      if (timer) clearTimeout(timer);
      process.off('exit', end);
      resolve({ code, output: output + words });
    };
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => settle(127, error.message));
    child.on('close', (code, signal) => {
      if (isLate) settle(124, `\nended after ${timeoutMs / 1000} s`);
      else settle(exitCodeOf(code, signal));
    });
  });
}

/** @param {number} leader process id of the group's first process */
function killGroup(leader) {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error; // ended by itself
  }
}

/**
 * Runs npm, whichever way this process was started and on any system.
 * @param {string[]} args
 * @param {{ cwd?: string, timeoutMs?: number }} [options]
 */
export function runNpm(args, options) {
  const script = process.env['npm_execpath'];
  if (script?.endsWith('.js')) return runCommand(process.execPath, [script, ...args], options);
  if (process.platform === 'win32') return runCommand('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options);
  return runCommand('npm', args, options);
}
