// JSON Lines: everything, one object a line; the schema is in the room's README.
import { join } from 'node:path';
import { partName, type Format } from '../format.ts';

/** Raised when a line's meaning changes. */
export const jsonlVersion = 1;

const name = partName(0, '.jsonl');
const line = (value: object): string => `${JSON.stringify(value, timesAsText)}\n`;

/** Instants have names that end in `At`, and nothing else has. */
function timesAsText(key: string, value: unknown): unknown {
  const isInstant = typeof value === 'number' && (key.endsWith('At') || key === 'snoozedUntil' || key === 'since');
  return isInstant && Math.abs(value) <= 8.64e15 ? new Date(value).toISOString() : value;
}

export const jsonlFormat: Format = {
  extension: '.jsonl',
  messagesPerPart: Infinity,
  async begin(_part, { parts, task }) {
    const { request, accounts, appVersion, timeZone } = task;
    await parts.append(
      name,
      line({
        type: 'header',
        format: 'defter-export',
        version: jsonlVersion,
        app: appVersion,
        title: request.title,
        selection: request.selection,
        timeZone,
        accounts,
      }),
    );
  },
  async add(_part, { conversation, isFirst, notes, draft, messages }, { parts, fileName }) {
    const conversationId = conversation.id;
    const lines = isFirst ? [line({ type: 'conversation', ...conversation })] : [];
    for (const note of notes) lines.push(line({ type: 'note', conversationId, ...note }));
    if (draft) lines.push(line({ type: 'draft', conversationId, ...draft }));
    for (const message of messages) {
      const attachments = message.attachments.map((attachment) => ({ ...attachment, file: fileName(attachment) }));
      lines.push(line({ type: 'message', conversationId, ...message, attachments }));
    }
    await parts.append(name, lines.join(''));
  },
  async addCustomers(_part, customers, { parts }) {
    await parts.append(name, customers.map((customer) => line({ type: 'customer', ...customer })).join(''));
  },
  end: async () => undefined,
  finish: async (_count, { task }) => [{ name: 'messages.jsonl', path: join(task.workDir, name) }],
};
