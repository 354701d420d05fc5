// Which old 8-bit charset an undeclared text is in: Greek, Turkish or Western, told by how the high bytes stand.

export type SuspectCharset = 'windows-1253' | 'windows-1254' | 'windows-1252';

/** Names of charsets, lower case, that say nothing about bytes above 127: these are to be looked into. */
export const silentCharsets: ReadonlySet<string> = new Set([
  '',
  'us-ascii',
  'ascii',
  'ansi_x3.4-1968',
  'unknown',
  'unknown-8bit',
  'x-unknown',
  'default',
  '8bit',
  'none',
]);

/** More text does not make the answer surer. */
const sampleBytes = 8192;
/** Greek words are of high bytes alone; in Latin script a high byte stands among ASCII letters, two or three together at the most. */
const greekRun = 4;
/** ğ ı ş İ Ş Ğ: in Western text these bytes are ð ý þ Ý Þ Ð, which only Icelandic uses. */
const turkishBytes = new Set([0xf0, 0xfd, 0xfe, 0xdd, 0xde, 0xd0]);

const isAsciiLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
/** Where windows-1253 has its letters; 0xa2 is Ά. */
const isGreekLetter = (byte: number): boolean => byte >= 0xb8 || byte === 0xa2;

/**
 * The likeliest charset, or undefined when the text has too little to tell: a few high bytes without ASCII letters beside them, as
 * in an abbreviation, could be any.
 */
export function suspectCharset(bytes: Uint8Array): SuspectCharset | undefined {
  let inGreekRuns = 0;
  let amongLatin = 0;
  let turkish = 0;
  let run = 0;
  const sample = bytes.subarray(0, sampleBytes);
  for (let index = 0; index <= sample.length; index += 1) {
    const byte = sample[index] ?? 0;
    if (isGreekLetter(byte)) {
      run += 1;
      if (turkishBytes.has(byte)) turkish += 1;
      continue;
    }
    if (run > 0) {
      const isAmongLatin = isAsciiLetter(sample[index - run - 1]) || isAsciiLetter(sample[index]);
      if (isAmongLatin) amongLatin += run;
      else if (run >= greekRun) inGreekRuns += run;
      run = 0;
    }
  }
  if (inGreekRuns > amongLatin) return 'windows-1253';
  if (amongLatin === 0) return undefined;
  return turkish > 0 ? 'windows-1254' : 'windows-1252';
}
