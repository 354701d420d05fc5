// Serves the journal to the store, and turns what the journal reports into log lines and notices.
import type { journalApi } from '../../shared/contract/journal-api.ts';
import type { Notice } from '../../shared/contract/main-api.ts';
import type { Handlers } from '../../shared/rpc.ts';
import type { Journal, JournalReport } from './journal/journal.ts';
import type { Log } from './log.ts';

/** What the store may ask of `journal`. @param isReadOnly what a person reads, and does not change */
export function journalHandlers(journal: Journal, isReadOnly: boolean): Handlers<typeof journalApi> {
  return {
    append: async ({ records }) => ({ lastSeq: await journal.append(records) }),
    readAfter: ({ seq, limit }) => journal.readAfter(seq, limit),
    compact: async () => {
      await journal.compact();
      return null;
    },
    isReadOnly: async () => isReadOnly,
    readSentinel: () => journal.readSentinel(),
    writeSentinel: async (sentinel) => {
      await journal.writeSentinel(sentinel);
      return null;
    },
  };
}

/** Where the journal's reports go. */
export function journalReporter(log: Log, notice: (notice: Notice) => void): (report: JournalReport) => void {
  return (report) => {
    switch (report.kind) {
      case 'damaged':
        log('error', 'Part of the journal is damaged and was set aside', { file: report.file, bytes: report.bytes });
        notice('journal-damaged');
        return;
      case 'sentinel-ahead':
        log('error', 'The journal ends before what the store has seen of it', { seq: report.lastSeq });
        notice('journal-damaged');
        return;
      case 'unreadable-record':
        log('error', 'A record of the journal has a shape that this version does not know', { seq: report.seq });
        return;
      case 'reserve-used':
        log('error', 'The disk is full: the reserve was given up');
        notice('disk-full');
        return;
      case 'failed':
        log('error', `The journal, ${report.doing}: ${report.error}`);
        return;
      case 'torn':
        log('warn', 'The end of the journal was torn and was cut', { file: report.file, bytes: report.bytes });
        return;
      case 'compacted':
        log('info', 'The journal was compacted', { bytes: report.afterBytes });
        return;
    }
  };
}
