// Takes out of the packed app what only the launcher needs of an Electron folder, and looks at the size of the rest.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkSize } from './package-sizes.mjs';

/**
 * Called by electron-builder (its option `afterPack`). Throws LaunchError when what is ours has become too large.
 * @param {{ appOutDir: string, packager: { getResourcesDir(appOutDir: string): string } }} context
 */
export function afterPack({ appOutDir, packager }) {
  for (const file of ['resources/default_app.asar', 'version', 'size']) rmSync(join(appOutDir, file), { force: true });
  checkSize('.asar', join(packager.getResourcesDir(appOutDir), 'app.asar'));
}
