// Opens the store for the page: live queries read, and writing is refused here already.
import { Dexie } from 'dexie';
import { databaseName, defineSchema, type Database } from './schema.ts';

/** The page's view of the database. Any attempt to write throws: the store worker is the only writer. */
export function openForReading(name = databaseName): Database {
  const database = defineSchema(new Dexie(name));
  database.use({
    stack: 'dbcore',
    name: 'read-only',
    create: (core) => ({
      ...core,
      transaction: (stores, mode, options) => {
        if (mode === 'readwrite') throw new Error('The page may not write to the store; send a store command');
        return core.transaction(stores, mode, options);
      },
    }),
  });
  return database;
}
