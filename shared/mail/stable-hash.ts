// A short, stable name made of a longer one: 104 bits in base 36, not for secrets.

function mix(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return 4294967296 * (0xfffff & low) + (high >>> 0);
}

/** The same text always gives the same name, in every version of the app: ids in the journal are made with it. */
export function stableHash(text: string): string {
  return mix(text, 0).toString(36) + mix(text, 0x2545f491).toString(36);
}
