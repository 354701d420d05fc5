// What the system asks Defter to open: mail files and mailto: links, on the command line of a first or second start, or by macOS.
import { resolve } from 'node:path';
import { readMailto, type MailtoRequest } from '../../shared/mail/mailto.ts';

export type OpenRequest = { kind: 'write'; mail: MailtoRequest } | { kind: 'files'; paths: string[] };

/** More in one go are a mistake. */
const mostFiles = 200;

/** In `argv` of a start in `folder`; what begins with a dash, or is neither link nor mail file, is somebody else's. */
export function openRequestsIn(argv: readonly string[], folder: string): OpenRequest[] {
  const words = argv.slice(1).filter((word) => !word.startsWith('-'));
  const paths = words.filter(isMailFile).map((word) => resolve(folder, word));
  const mails = words.map(readMailto).filter((mail) => mail !== undefined);
  return [
    ...mails.slice(0, 1).map((mail) => ({ kind: 'write' as const, mail })),
    ...(paths.length > 0 ? [{ kind: 'files' as const, paths: paths.slice(0, mostFiles) }] : []),
  ];
}

/** Mail files, which the system has tied to Defter by their names, and exports of Defter, which a person may hand it. */
export function isMailFile(path: string): boolean {
  return /\.(?:eml|mbox|jsonl|zip)$/i.test(path);
}
