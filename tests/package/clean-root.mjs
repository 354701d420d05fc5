// A bare Debian in a folder: the .deb is installed there with nothing else around it, and started by an ordinary person.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { exitCodeOf, runCommand } from '../../electron/launch/run-command.mjs';
import { LaunchError } from '../../electron/launch/say.mjs';

const stepTimeoutMs = 10 * 60 * 1000;
const startTimeoutMs = 90_000;

/**
 * @param {string} program
 * @param {string[]} args
 */
async function must(program, args) {
  const { code, output } = await runCommand(program, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
    timeoutMs: stepTimeoutMs,
  });
  if (code !== 0)
    throw new LaunchError(
      `${program} ${args.join(' ')} failed (exit code ${exitCodeOf(code, null)}).\n${output.trim()}`,
    );
  return output;
}

/** Where this machine gets Debian from, and which release it is. */
async function debianSource() {
  const list = await must('apt-get', [
    'indextargets',
    '--format',
    '$(REPO_URI) $(CODENAME)',
    'Created-By: Packages',
    'Label: Debian',
  ]);
  const [uri, suite] = (list.split('\n').find((line) => line.trim()) ?? '').split(' ');
  if (!uri || !suite) throw new LaunchError('apt-get names no source of Debian packages on this machine.');
  return { uri, suite };
}

export class CleanRoot {
  /** @type {string[]} */
  #mounts = [];

  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
  }

  /** Makes a minimal Debian of this machine's own release, with a screen in memory and one person, `shop`. Root only. */
  static async make() {
    const root = new CleanRoot(mkdtempSync(join(tmpdir(), 'defter-root-')));
    chmodSync(root.folder, 0o755); // a person's programs must see it
    const { uri, suite } = await debianSource();
    await must('debootstrap', ['--variant=minbase', '--include=xvfb,xauth,passwd', suite, root.folder, uri]);
    for (const name of ['/etc/resolv.conf', '/etc/apt/apt.conf.d', '/etc/apt/auth.conf.d'])
      if (existsSync(name)) cpSync(name, join(root.folder, name), { recursive: true, dereference: true });
    await root.#mount(['-t', 'proc', 'proc'], 'proc');
    await root.#mount(['-t', 'tmpfs', 'tmpfs'], 'dev/shm');
    await root.run('useradd', '--create-home', 'shop');
    return root;
  }

  /** @param {string[]} args @param {string} at */
  async #mount(args, at) {
    const target = join(this.folder, at);
    mkdirSync(target, { recursive: true });
    await must('mount', [...args, target]);
    this.#mounts.push(target);
  }

  /** Runs a program inside as root. @param {string[]} command */
  run(...command) {
    return must('chroot', [this.folder, ...command]);
  }

  /** Installs a package file with apt, which fetches what it depends on. @param {string} file */
  async install(file) {
    cpSync(file, join(this.folder, 'package.deb'));
    await this.run('apt-get', '-qq', 'update');
    await this.run('apt-get', '-qq', 'install', '-y', '--no-install-recommends', '/package.deb');
  }

  /**
   * Starts the app as `shop` in the demo shop, waits for the picture of its window and ends it.
   * @returns {Promise<{ picture: Buffer, isSandboxed: boolean }>} `isSandboxed`: its pages ran under the kernel's filter
   */
  async startApp() {
    const picture = '/home/shop/window.png';
    const inside = join(this.folder, picture);
    const command = `DEFTER_WINDOW_PICTURE=${picture} exec xvfb-run -a --server-args="-screen 0 1440x900x24" defter --demo`;
    const running = runCommand('chroot', [this.folder, 'su', '-', 'shop', '-c', command], {
      timeoutMs: startTimeoutMs,
    });
    const hasEnded = running.then(() => true);
    const endsAt = Date.now() + startTimeoutMs;
    while (!existsSync(inside) && Date.now() < endsAt) {
      if (await Promise.race([hasEnded, wait(250).then(() => false)])) break;
    }
    await wait(500); // until it is written whole
    const isSandboxed = rendererFilters(this.folder).some((mode) => mode === 2);
    await this.#endAll();
    const { output } = await running;
    if (!existsSync(inside)) throw new LaunchError(`The installed app showed no window.\n${output.trim()}`);
    return { picture: readFileSync(inside), isSandboxed };
  }

  /** Ends every process that runs inside. */
  async #endAll() {
    for (const pid of processesIn(this.folder)) process.kill(pid, 'SIGTERM');
    await wait(1500);
    for (const pid of processesIn(this.folder)) process.kill(pid, 'SIGKILL');
  }

  async remove() {
    await this.#endAll();
    for (const target of this.#mounts.reverse()) await must('umount', [target]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/**
 * Ids of the processes of a clean root: those that see it as their own, and the installed app's, which hides further down.
 * @param {string} folder
 */
function processesIn(folder) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => rootOf(pid) === folder || commandOf(pid).startsWith('/opt/defter/defter'));
}

/** Empty for a process that has ended meanwhile or is none of ours. @param {number} pid */
function rootOf(pid) {
  return unlessGone(() => readlinkSync(`/proc/${pid}/root`));
}

/** @param {number} pid */
function commandOf(pid) {
  return unlessGone(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
}

/** @param {() => string} read */
function unlessGone(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH', 'EACCES'].includes(String(error.code)))
      return '';
    throw error;
  }
}

/** The kernel's filter modes of the page processes (2: filtered), see seccomp(2). @param {string} folder */
function rendererFilters(folder) {
  return processesIn(folder)
    .filter((pid) => commandOf(pid).includes('--type=renderer'))
    .map((pid) => Number(/^Seccomp:\s*(\d)/m.exec(unlessGone(() => readFileSync(`/proc/${pid}/status`, 'utf8')))?.[1]));
}
