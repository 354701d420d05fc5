// The app's processes on Linux and the memory that each takes, as the kernel tells it.
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

export interface Memory {
  total: number;
  byProcess: Record<string, number>;
}

/** A process of the app and what it is for. */
interface Member {
  pid: number;
  role: string;
}

/** Ids of `root` and everything below it. */
export function treeOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const parent = parentOf(pid);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/**
 * Proportional set size of the app's processes in MB (2^20 bytes): what is shared with other processes counts in part. Processes
 * of one role are added up.
 */
export function memoryOf(root: number): Memory {
  const byProcess: Record<string, number> = {};
  let total = 0;
  for (const { pid, role } of membersOf(root)) {
    const kilobytes = pssOf(pid);
    if (kilobytes === undefined) continue;
    byProcess[role] = (byProcess[role] ?? 0) + kilobytes / 1024;
    total += kilobytes / 1024;
  }
  return { total, byProcess };
}

/** Seconds of processor time that each role has used since it began; clock ticks are 10 ms on every Linux. */
export function processorTimeOf(root: number): Record<string, number> {
  const seconds: Record<string, number> = {};
  for (const { pid, role } of membersOf(root)) {
    const fields = statOf(pid);
    if (fields) seconds[role] = (seconds[role] ?? 0) + (Number(fields[11]) + Number(fields[12])) / 100;
  }
  return seconds;
}

/** How many other processes run the same program: they share its pages, which makes ours look smaller. */
export function strangersOf(root: number): number {
  const own = new Set(treeOf(root));
  const program = programOf(root);
  return readdirSync('/proc').filter((name) => {
    const pid = Number(name);
    return Number.isInteger(pid) && !own.has(pid) && program !== undefined && programOf(pid) === program;
  }).length;
}

function membersOf(root: number): Member[] {
  return treeOf(root).map((pid) => ({ pid, role: pid === root ? 'main' : roleOf(textOf(pid, 'cmdline') ?? '') }));
}

function roleOf(commandLine: string): string {
  const type = /--type=([\w-]+)/.exec(commandLine)?.[1];
  const part = /--utility-sub-type=([\w.]+)/.exec(commandLine)?.[1];
  if (part?.startsWith('network.')) return 'network';
  if (part?.startsWith('node.')) return 'sync';
  if (type === 'gpu-process') return 'gpu';
  return part ?? type ?? 'other';
}

function parentOf(pid: number): number | undefined {
  const fields = statOf(pid);
  return fields && Number(fields[1]);
}

/** Fields after the name, which may hold spaces and parentheses: proc(5). */
function statOf(pid: number): string[] | undefined {
  const stat = textOf(pid, 'stat');
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function pssOf(pid: number): number | undefined {
  const found = /^Pss:\s+(\d+) kB/m.exec(textOf(pid, 'smaps_rollup') ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}

function programOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

function textOf(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** A process may end between two looks, and kernel threads have no program. */
function isGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES' || code === 'EPERM';
}
