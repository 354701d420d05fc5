// An export that is open to be read: what an import would bring, in a workspace of its own that goes when it is closed.
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { accountSchema } from '../../shared/model/account.ts';
import type { ImportOffer } from '../../shared/model/archive.ts';
import { settingsSchema, type Settings } from '../../shared/model/settings.ts';
import type { ErasedPeople } from '../../shared/service/erased-people.ts';
import { passingDir, readingArchivesDir } from './passing-dirs.ts';
import { openPassing, shopSettings, type ShopSettings } from './passing-workspace.ts';
import { readWaitingSettings, takeArchive } from './transfer/take-records.ts';
import type { Workspace, WorkspaceWorld } from './workspace.ts';

/** Nothing is sent or erased by itself while somebody reads. */
const resting = {
  acknowledgement: settingsSchema.shape.acknowledgement.parse({ isOn: false }),
  retention: { closedMonths: 0, keepTags: [] },
} satisfies Partial<Settings>;
const fixed: readonly string[] = [...shopSettings, ...Object.keys(resting)];

/**
 * Opens what was read into `readingArchivesDir`. How the app looks and behaves is the person's own and can be changed; the shop's card,
 * voice and people are the export's, where it has them, and cannot (`read-only`). `people` were erased in this shop: they are not shown.
 * `bad-data` when its records are damaged: nothing is left of it then.
 */
export async function openReading(
  world: WorkspaceWorld,
  { id, label, preview }: ImportOffer,
  people: ErasedPeople,
): Promise<Workspace> {
  const { userDataDir, file } = world;
  const archive = join(readingArchivesDir(userDataDir), id);
  const { shop, voice, coach, practice, agents, agentId, pictureSenders } = preview.hasSettings
    ? (await readWaitingSettings(archive)).settings
    : settingsSchema.parse({});
  const ofTheShop: ShopSettings = { shop, voice, coach, practice, agents, agentId, pictureSenders };
  const settings = (): Settings => ({ ...file.settings, ...ofTheShop, ...resting });
  const workspace = await openPassing(
    {
      mode: 'reading',
      dir: passingDir(userDataDir, 'reading'),
      account: accountSchema.parse({ id, channel: 'archive', label, address: '', senderName: '', createdAt: 0 }),
      settings,
      updateSettings: (patch) => {
        if (fixed.some((name) => name in patch))
          throw new AppError('read-only', 'The settings of an export cannot be changed');
        file.updateSettings(patch);
        return settings();
      },
    },
    world,
  );
  try {
    await takeArchive(workspace.journal, archive, preview, people);
  } catch (thrown) {
    await workspace.close();
    throw thrown;
  }
  const { exportedAt, firstAt, lastAt } = preview;
  return { ...workspace, opened: { label, exportedAt, firstAt, lastAt } };
}
