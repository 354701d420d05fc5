// The bench "sync": a mailbox on a real mail server, from the last button of the account form until every mail can be found.
import { plainFigure, rounded, type Outcome } from './figures.ts';
import { syncMailbox } from './synced-app.ts';

/** A person sees that something hangs from about here on. */
const longStallMs = 100;

export async function sync({ messages = 5000 }: Readonly<Record<string, number>>): Promise<Outcome> {
  const { watched, storedAt, searchableAt, peakMB, processorSeconds, end } = await syncMailbox(messages);
  await end();
  const { clickedAt, filledAt } = watched;
  if (clickedAt === null || filledAt === null) throw new Error('The list never filled');
  const during = <T extends { at: number }>(list: readonly T[]): T[] => list.filter(({ at }) => at >= clickedAt);
  const stalls = during(watched.stalls).map(({ ms }) => ms);
  const longTasks = during(watched.longTasks).map(({ ms }) => ms);
  const report = {
    bench: 'sync',
    messages,
    firstScreenMs: rounded(filledAt - clickedAt),
    storedMs: rounded(storedAt - clickedAt),
    searchableMs: rounded(searchableAt - clickedAt),
    mailsPerSecond: rounded(messages / ((searchableAt - clickedAt) / 1000)),
    longestStallMs: rounded(Math.max(0, ...stalls)),
    stallsOver100Ms: stalls.filter((ms) => ms > longStallMs).length,
    longestTaskMs: rounded(Math.max(0, ...longTasks)),
    tasksOver100Ms: longTasks.filter((ms) => ms > longStallMs).length,
    processorSeconds: Object.fromEntries(
      Object.entries(processorSeconds).map(([role, seconds]) => [role, rounded(seconds, 1)]),
    ),
    peakPssMB: Object.fromEntries(Object.entries(peakMB).map(([role, megabytes]) => [role, rounded(megabytes)])),
  };
  return {
    report,
    figures: [
      plainFigure('First 50 conversations in the list', report.firstScreenMs, 'ms', { atMost: 3000 }),
      plainFigure('All stored', report.storedMs, 'ms'),
      plainFigure('All stored and searchable', report.searchableMs, 'ms'),
      plainFigure('Rate until searchable', report.mailsPerSecond, 'mails/s', { atLeast: 1500 }),
      plainFigure('Longest stall of the page', report.longestStallMs, 'ms', { atMost: longStallMs }),
      plainFigure('Stalls over 100 ms', report.stallsOver100Ms, '', { atMost: 0 }),
      plainFigure('Longest task of the page', report.longestTaskMs, 'ms', { atMost: longStallMs }),
      ...Object.entries(report.processorSeconds).map(([role, seconds]) =>
        plainFigure(`Processor time ${role}`, seconds, 's'),
      ),
      ...Object.entries(report.peakPssMB).map(([role, megabytes]) => plainFigure(`Peak PSS ${role}`, megabytes, 'MB')),
    ],
    notes: [
      `${messages} seeded mails on a Dovecot of this machine, which shares its cores; times from the click on the last button.`,
      'A stall is a timer of 16 ms that came late; on a busy machine it counts what others take, too. A task is the page’s own.',
    ],
  };
}
