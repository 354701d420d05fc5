// How ports are handed over at start: names of the messages between main, preload, page and worker.
import * as z from 'zod';

/** Page → preload → main: asks for its ports; carries a nonce that the answer must repeat. */
export const connectMessage = 'defter:connect';
/**
 * Main → preload → page, with `{ nonce, doors }` and one port for each named door in the same order. Sent again with fresh sync doors
 * when sync has been started anew.
 */
export const portsMessage = 'defter:ports';

/** Served by main: main-api, journal-api. Served by the page: page-api. store-api by the worker for sync; sync-api by sync. */
export const doors = ['main-api', 'page-api', 'journal-api', 'store-api', 'sync-api'] as const;
/** Handed over when the transfer process starts: served by the worker. */
export const laterDoors = ['export-source'] as const;
export type Door = (typeof doors)[number] | (typeof laterDoors)[number];

/** The renderer's one origin, for ever: IndexedDB is keyed by it. */
export const pageOrigin = 'app://defter';
/** Scheme of sanitised mails: one host per mail. */
export const mailBodyScheme = 'mailbody';

/** Main → sync, with one port for each named door in the same order: at its start, and for every (new) store. */
export const syncPortsSchema = z.strictObject({
  type: z.enum(['defter:sync-ports', 'defter:store-ports']),
  doors: z.array(z.string()),
});

/** Main → transfer process, once, with one port for each named door in the same order. */
export const transferPortsSchema = z.strictObject({
  type: z.literal('defter:transfer-ports'),
  doors: z.array(z.string()),
});
