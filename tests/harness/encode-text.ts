// Texts as old programs wrote them, a byte a letter.

/** `text` in an 8-bit charset, by asking its decoder what each byte means; letters that it has not become `?`. */
export function encodeText(text: string, charset: 'windows-1252' | 'windows-1253' | 'windows-1254'): Uint8Array {
  const decoder = new TextDecoder(charset);
  const byteOf = new Map(Array.from({ length: 256 }, (_none, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(Array.from(text, (letter) => byteOf.get(letter) ?? 0x3f));
}
