// JSON Lines: everything, one object a line; the schema is in the room's README.
import { join } from 'node:path';
import { isWholeShop } from '../../../shared/model/export.ts';
import { exportLine, exportLinesVersion } from '../../../shared/model/export-lines.ts';
import { partName, type Format } from '../format.ts';

const name = partName(0, '.jsonl');

export const jsonlFormat: Format = {
  extension: '.jsonl',
  messagesPerPart: Infinity,
  async begin(_part, { parts, task }) {
    const { request, accounts, appVersion, startedAt, timeZone } = task;
    await parts.append(
      name,
      exportLine({
        type: 'header',
        format: 'defter-export',
        version: exportLinesVersion,
        app: appVersion,
        title: request.title,
        selection: request.selection,
        timeZone,
        accounts,
        isWhole: isWholeShop(request),
        exportedAt: startedAt,
      }),
    );
  },
  async add(_part, { conversation, isFirst, notes, draft, messages }, { parts, fileName }) {
    const conversationId = conversation.id;
    const lines = isFirst ? [exportLine({ type: 'conversation', ...conversation })] : [];
    for (const note of notes) lines.push(exportLine({ type: 'note', conversationId, ...note }));
    if (draft) lines.push(exportLine({ type: 'draft', conversationId, ...draft }));
    for (const message of messages) {
      const attachments = message.attachments.map((attachment) => {
        const file = fileName(attachment);
        return file === undefined ? attachment : { ...attachment, file };
      });
      lines.push(exportLine({ type: 'message', conversationId, ...message, attachments }));
    }
    await parts.append(name, lines.join(''));
  },
  async addCustomers(_part, customers, { parts }) {
    await parts.append(name, customers.map((customer) => exportLine({ type: 'customer', ...customer })).join(''));
  },
  async addRecords(records, { parts }) {
    await parts.append(name, records.map((record) => exportLine({ type: 'record', record })).join(''));
  },
  async end(_part, isLast, { parts, task: { shop } }) {
    if (isLast && shop) await parts.append(name, exportLine({ type: 'settings', ...shop }));
  },
  finish: async (_count, { task }) => [{ name: 'messages.jsonl', path: join(task.workDir, name) }],
};
