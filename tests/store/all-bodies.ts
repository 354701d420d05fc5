// Every text in the store, by the number of its message.
import { readBodies, type Body } from '../../renderer/database/bodies.ts';
import type { Database } from '../../renderer/database/schema.ts';

export async function allBodies({ bodies }: Database): Promise<Body[]> {
  const numbers = (await bodies.toArray()).flatMap((pack) => pack.bodies.map(({ n }) => n));
  return [...(await readBodies(bodies, numbers)).values()];
}
