// mailbody://<token>/ serves single sanitised mails, each under a name that cannot be guessed.
import { randomBytes } from 'node:crypto';
import type { Session } from 'electron';
import { mailBodyScheme } from '../../shared/contract/ports.ts';
import { mailDocument, mailPolicy } from './mail-document.ts';

const keptMails = 100;

/** The last 100 mails that the page has put here, in memory only. */
export class MailBodies {
  readonly #documents = new Map<string, Buffer>();

  /** Takes one sanitised mail; answers its address. */
  put(safeHtml: string): string {
    const url = `${mailBodyScheme}://${randomBytes(16).toString('hex')}/`;
    this.#documents.set(url, Buffer.from(mailDocument(safeHtml)));
    const oldest = this.#documents.keys().next();
    if (this.#documents.size > keptMails && !oldest.done) this.#documents.delete(oldest.value);
    return url;
  }

  has(url: string): boolean {
    return this.#documents.has(url);
  }

  /** Answers frames of `session`. */
  serve(session: Session): void {
    session.protocol.handle(mailBodyScheme, ({ url }) => {
      const document = this.#documents.get(url);
      if (!document) return new Response(null, { status: 404 });
      return new Response(new Uint8Array(document), {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': mailPolicy,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'x-dns-prefetch-control': 'off',
          'cache-control': 'no-store',
        },
      });
    });
  }
}
