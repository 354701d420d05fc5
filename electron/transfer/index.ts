// Entry of the transfer process: takes its ports from main and does one piece of work. The only file that knows it is a utility process.
import { constants, setPriority } from 'node:os';
import { exportSource } from '../../shared/contract/export-source.ts';
import { transferPortsSchema } from '../../shared/contract/ports.ts';
import { transferControl, transferDesk } from '../../shared/contract/transfer-control.ts';
import { AppError } from '../../shared/errors.ts';
import { connect, serve, type Port } from '../../shared/rpc.ts';
import { packBackup } from './backup/pack-backup.ts';
import { unpackBackup } from './backup/unpack-backup.ts';
import { runImport } from './import/run-import.ts';
import { runExport } from './run-export.ts';

/** What a utility process has and plain Node has not; declared here so that the room needs no Electron types. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void): void;
}
const { parentPort } = process as unknown as { parentPort?: ParentPort };

/** A page of a PDF is laid out and printed by then. */
const printTimeoutMs = 300_000;

function start(port: ParentPort): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL); // the window comes first

  port.on('message', ({ data, ports }) => {
    const { doors } = transferPortsSchema.parse(data);
    const portOf = (door: string): Port => {
      const found = ports[doors.indexOf(door)];
      if (!found) throw new AppError('bug', `Main sent no port for ${door}`);
      return found;
    };
    const desk = connect(portOf('transfer-desk'), transferDesk);
    const source = connect(portOf('export-source'), exportSource);
    const tell = (words: string) => process.stderr.write(`${words}\n`);
    const tellProgress = (step: Parameters<typeof desk.progress>[0]) => {
      desk.progress(step).catch((thrown: unknown) => tell(`Progress could not be told: ${String(thrown)}`));
    };
    const tellPercent = (percent: number) => {
      tellProgress({ phase: 'writing', doneMessages: percent, totalMessages: 100 });
    };
    serve(
      portOf('transfer-control'),
      transferControl,
      {
        runExport: (task, signal) =>
          runExport(
            task,
            {
              source,
              now: Date.now,
              progress: tellProgress,
              printPdf: async (htmlName, pdfName) => {
                await desk.printPdf({ htmlName, pdfName }, { timeoutMs: printTimeoutMs });
              },
            },
            signal ?? new AbortController().signal,
          ),
        runImport: (task, signal) =>
          runImport(
            task,
            {
              source,
              now: Date.now,
              progress: (doneMessages) => {
                tellProgress({ phase: 'reading', doneMessages, totalMessages: 0 });
              },
            },
            signal ?? new AbortController().signal,
          ),
        packBackup: (task, signal) => packBackup(task, tellPercent, signal ?? new AbortController().signal),
        unpackBackup: ({ path, dir }, signal) =>
          unpackBackup(path, dir, tellPercent, signal ?? new AbortController().signal),
      },
      (method, error) => tell(`${method}: ${error.code}: ${error.message}`),
    );
  });
}

if (parentPort) start(parentPort);
else throw new Error('The transfer process must be started by Defter');
