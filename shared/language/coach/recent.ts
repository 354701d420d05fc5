// Remembers the results of lately used texts, so that a keystroke pays only for the sentence it changed.

/** Results by key; what was not asked for during a whole generation is forgotten. */
export interface Recent<Value> {
  get(key: string, make: () => Value): Value;
}

/** Keeps between `generation` and twice as many values. */
export function createRecent<Value>(generation: number): Recent<Value> {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return {
    get(key, make) {
      const known = young.get(key);
      if (known !== undefined) return known;
      const value = old.get(key) ?? make();
      if (young.size >= generation) {
        old = young;
        young = new Map();
      }
      young.set(key, value);
      return value;
    },
  };
}
