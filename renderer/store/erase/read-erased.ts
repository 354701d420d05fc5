// Who was erased, as the database has it.
import { ErasedPeople } from '../../../shared/service/erased-people.ts';
import type { Database } from '../../database/schema.ts';

export async function readErased(database: Database): Promise<ErasedPeople> {
  const people = new ErasedPeople(sha256);
  for (const row of await database.erasures.toArray()) people.add(row);
  return people;
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
