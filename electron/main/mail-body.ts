// mailbody://<token>/ serves single sanitised mails, each under a name that cannot be guessed; and measures them in their frames.
import { randomBytes } from 'node:crypto';
import type { Session, WebContents } from 'electron';
import { mailBodyScheme } from '../../shared/contract/ports.ts';
import { AppError } from '../../shared/errors.ts';
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

/**
 * Height in CSS pixels of the mail shown under `url` in a frame of `contents`, at the frame's present width. The question is put by
 * the browser, not by a script of the mail: the frame stays without scripts (tests/electron proves both).
 * `gone` when no frame shows it.
 */
export async function measureMail(contents: WebContents, url: string): Promise<number> {
  const frame = contents.mainFrame.framesInSubtree.find((each) => each.url.split('#', 1)[0] === url);
  if (!frame) throw new AppError('gone', 'No frame shows this mail');
  // eslint-disable-next-line no-restricted-syntax -- a constant text, into a frame whose own scripts are off
  const height: unknown = await frame.executeJavaScript(measure);
  if (typeof height !== 'number' || !Number.isFinite(height)) throw new AppError('bug', 'The mail has no height');
  return Math.ceil(height);
}

// the body's box, not the document's scroll height: that one never gets smaller than the frame
const measure = `(() => {
  const body = document.body.getBoundingClientRect();
  return Math.max(body.bottom + scrollY, document.body.scrollHeight);
})()`;
