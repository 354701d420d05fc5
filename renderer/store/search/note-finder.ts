// Searches the shop's notes: there are few, so they are read as they are and only their words are remembered.
import type { ConversationRow, NoteRow } from '../../database/rows.ts';
import type { Database } from '../../database/schema.ts';
import { wordsOfNote } from './document.ts';

interface Remembered {
  /** What the words were cut from. */
  source: string;
  words: string[];
}

export class NoteFinder {
  private readonly database: Pick<Database, 'notes' | 'conversations'>;
  private remembered = new Map<string, Remembered>();

  constructor(database: Pick<Database, 'notes' | 'conversations'>) {
    this.database = database;
  }

  /** Notes with all of the folded `prefixes`, newest first. */
  async find(prefixes: readonly string[]): Promise<NoteRow[]> {
    const notes = await this.database.notes.toArray();
    const ids = [...new Set(notes.map((note) => note.conversationId))];
    const rows = ids.length === 0 ? [] : await this.database.conversations.bulkGet(ids);
    const conversations = new Map<string, ConversationRow>();
    for (const row of rows) if (row) conversations.set(row.id, row);
    const before = this.remembered;
    this.remembered = new Map();
    return notes
      .filter((note) => {
        const words = this.wordsOf(note, conversations.get(note.conversationId), before);
        return prefixes.every((prefix) => words.some((word) => word.startsWith(prefix)));
      })
      .sort((a, b) => b.createdAt - a.createdAt);
  }

  private wordsOf(note: NoteRow, conversation: ConversationRow | undefined, before: Map<string, Remembered>): string[] {
    const source = [conversation?.customerName ?? '', conversation?.subject ?? '', note.text].join('\n');
    const known = before.get(note.id);
    const remembered = known?.source === source ? known : { source, words: wordsOfNote(source) };
    this.remembered.set(note.id, remembered);
    return remembered.words;
  }
}
