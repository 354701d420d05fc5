// Types of mbox-reader, which has none of its own; from its README and source.
declare module 'mbox-reader' {
  import type { Readable } from 'node:stream';

  /** One message of an mbox file, its `>From ` lines as they were. */
  export interface MboxMessage {
    returnPath: string;
    /** Of the separator line; false when it cannot be read. */
    time: Date | false;
    content: Buffer;
    /** IMAP flags from Status and X-Status. */
    flags: string[];
  }
  export function mboxReader(stream: Readable): AsyncGenerator<MboxMessage>;
}
