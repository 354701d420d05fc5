// The place that an export has reached, on disk beside its unfinished parts: what it goes on from after an interruption.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportPlace } from '../../shared/model/export.ts';
import type { ConversationId, CustomerId } from '../../shared/model/ids.ts';
import { onDisk, type PartSizes } from './part-files.ts';

/** Decided once: an export that goes on takes the conversations it set out with. */
export interface StoredPlan {
  conversationIds: ConversationId[];
  customerIds: CustomerId[];
  totalMessages: number;
}

export interface ExportState {
  place: ExportPlace | null;
  /** The parts are whole. */
  isRead: boolean;
  part: number;
  messagesInPart: number;
  sizes: PartSizes;
  conversations: number;
  messages: number;
  notes: number;
  attachments: number;
  missing: number;
}

export const firstState: ExportState = {
  place: { index: 0, skip: 0 },
  isRead: false,
  part: 0,
  messagesInPart: 0,
  sizes: {},
  conversations: 0,
  messages: 0,
  notes: 0,
  attachments: 0,
  missing: 0,
};

const planName = 'plan.json';
const stateName = 'state.json';
/** Main's description of the job lies there too. */
export const keptNames = [planName, stateName, 'job.json'];

/** The plan and the last checkpoint; null for an export that begins. */
export async function readProgress(workDir: string): Promise<{ plan: StoredPlan; state: ExportState } | null> {
  return onDisk(async () => {
    await mkdir(workDir, { recursive: true, mode: 0o700 });
    try {
      const plan = JSON.parse(await readFile(join(workDir, planName), 'utf8')) as StoredPlan;
      return { plan, state: JSON.parse(await readFile(join(workDir, stateName), 'utf8')) as ExportState };
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw thrown;
    }
  });
}

export async function writePlan(workDir: string, plan: StoredPlan): Promise<void> {
  await replace(join(workDir, planName), plan);
}

export async function writeState(workDir: string, state: ExportState): Promise<void> {
  await replace(join(workDir, stateName), state);
}

async function replace(path: string, value: object): Promise<void> {
  await onDisk(async () => {
    await writeFile(`${path}.new`, JSON.stringify(value), { mode: 0o600, flush: true });
    await rename(`${path}.new`, path);
  });
}
