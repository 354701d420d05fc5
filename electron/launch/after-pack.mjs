// Takes out of the packed app what only the launcher needs of an Electron folder.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Called by electron-builder (its option `afterPack`).
 * @param {{ appOutDir: string }} context
 */
export function afterPack({ appOutDir }) {
  for (const file of ['resources/default_app.asar', 'version', 'size']) rmSync(join(appOutDir, file), { force: true });
}
