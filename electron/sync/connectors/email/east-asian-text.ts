// Stands in, when the app is built, for 500 kB of charset tables in libraries: the runtime reads East Asian charsets by itself.

/** What libmime asks of `encoding-japanese`. @param from a name that begins with jis, iso-2022-jp or eucjp */
export function convert(bytes: Uint8Array, { from }: { from: string }): string {
  return new TextDecoder(/^euc/i.test(from) ? 'euc-jp' : 'iso-2022-jp').decode(bytes);
}

/** The encoding standard's names of what `iconv-lite` has tables for; its aliases end at these. */
const standardNames: Readonly<Record<string, string>> = {
  shiftjis: 'shift_jis',
  eucjp: 'euc-jp',
  cp936: 'gbk',
  gbk: 'gbk',
  gb18030: 'gb18030',
  cp949: 'euc-kr',
  cp950: 'big5',
  big5hkscs: 'big5',
};

interface StreamDecoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

/** What `iconv-lite` asks of its codec with tables. It only decodes: mail is written in UTF-8. */
export class DoubleByteCodec {
  readonly decoder: new () => StreamDecoder;

  constructor({ encodingName }: { encodingName: string }) {
    const name = standardNames[encodingName];
    this.decoder = class {
      readonly #text = new TextDecoder(name);
      write(bytes: Uint8Array): string {
        return this.#text.decode(bytes, { stream: true });
      }
      end(): string {
        return this.#text.decode();
      }
    };
  }
}
