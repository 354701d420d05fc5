// Opens a link in the system's browser, mail or telephone program.
import { shell } from 'electron';
import { AppError } from '../../shared/errors.ts';
import { openableUrl } from './link-schemes.ts';

/** `refused` for every scheme but https, http, mailto and tel; `unsupported` when the system has no program for it. */
export async function openLink(url: string): Promise<void> {
  const safe = openableUrl(url);
  if (safe === undefined) throw new AppError('refused', 'Only https, http, mailto and tel links are opened');
  try {
    await shell.openExternal(safe);
  } catch (thrown) {
    throw new AppError('unsupported', thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
  }
}
