// An export's task and a store that is played by a list.
import { join } from 'node:path';
import type { ExportWorld } from '../../../electron/transfer/run-export.ts';
import type { ExportTask } from '../../../shared/contract/transfer-control.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ExportChunk, ExportFormat } from '../../../shared/model/export.ts';

/** Every sentence is its own key. */
const labels: Record<string, string> = new Proxy({}, { get: (_target, key) => key });

export function exportTaskIn(
  folder: string,
  format: ExportFormat,
  target: string,
  language: 'en' | 'tr' = 'en',
): ExportTask {
  return {
    request: {
      selection: { scope: { kind: 'everything' } },
      format,
      attachments: 'none',
      withNotes: true,
      title: 'All',
    },
    workDir: join(folder, 'work'),
    filesDir: join(folder, 'files'),
    targetPath: join(folder, target),
    language,
    timeZone: 'Europe/Istanbul',
    shopName: 'Defne Ceramics',
    appVersion: '0.0.0',
    startedAt: Date.UTC(2026, 10, 23, 10),
    accounts: [{ id: 'shop', label: 'Shop', address: 'shop@defter.example' }],
    labels,
  };
}

/** One conversation a slice; `failAt` breaks the line to the store there. */
export function worldOf(chunks: ExportChunk[], failAt = Infinity): ExportWorld {
  let reads = 0;
  const messages = chunks.reduce((sum, chunk) => sum + chunk.messages.length, 0);
  return {
    now: () => 0,
    progress: () => undefined,
    printPdf: () => Promise.reject(new AppError('unsupported', 'No printer in this test')),
    source: {
      plan: async () => ({
        conversationIds: chunks.map((chunk) => chunk.conversation.id),
        customerIds: [],
        count: {
          conversations: chunks.length,
          messages,
          notes: 0,
          attachments: 0,
          attachmentBytes: 0,
          attachmentsHere: 0,
          firstAt: null,
          lastAt: null,
        },
      }),
      read: async ({ conversationIds, place }) => {
        if (++reads > failAt) throw new AppError('cancelled', 'The other side went away');
        const id = conversationIds[place.index];
        const next = place.index + 1 < conversationIds.length ? { index: place.index + 1, skip: 0 } : null;
        return { chunks: chunks.filter((chunk) => chunk.conversation.id === id), next };
      },
      readCustomers: async () => [],
      readRecords: async () => ({ records: [], next: null }),
      knownMessages: async () => [],
      fetchFile: async () => {
        throw new AppError('offline', 'No way to the server');
      },
    },
  };
}
