// Stands in for `encoding-japanese` (300 kB of tables) when the app is built: the runtime reads these charsets by itself.

/** What libmime asks of that package. @param from a name that begins with jis, iso-2022-jp or eucjp */
export function convert(bytes: Uint8Array, { from }: { from: string }): string {
  return new TextDecoder(/^euc/i.test(from) ? 'euc-jp' : 'iso-2022-jp').decode(bytes);
}
