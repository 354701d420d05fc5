// Which parts of a mail are its text, and which are attachments: read from the BODYSTRUCTURE alone.
import type { MessageStructureObject } from 'imapflow';
import type { Attachment } from '../../../../shared/model/message.ts';
import type { PartCoding } from './mime-text.ts';

/** Text beyond this per part is not fetched; the message is then marked as truncated. */
export const maxTextPartBytes = 1024 * 1024;
const maxParts = 1000;
const maxDepth = 30;
/** Newsletters and mailing lists stay under this; more pieces of text make nobody wiser. */
const maxTextParts = 10;

export interface TextPart extends PartCoding {
  /** IMAP part number. */
  part: string;
  sizeBytes: number;
}

export interface BodyPlan {
  texts: TextPart[];
  htmls: TextPart[];
  attachments: Attachment[];
  /** A limit was reached, or a text part is longer than is fetched. */
  isTruncated: boolean;
  /** A bounce or another notice of a mail server (multipart/report). */
  isReport: boolean;
  /** Declared charset of the first text part: a hint for 8-bit headers. */
  charset: string | undefined;
}

const extensions: Readonly<Record<string, string>> = {
  'text/calendar': 'ics',
  'text/plain': 'txt',
  'text/html': 'html',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'message/rfc822': 'eml',
  'message/delivery-status': 'txt',
};

function codingOf(node: MessageStructureObject): PartCoding {
  const parameters = node.parameters ?? {};
  const charset = parameters['charset']?.trim();
  return {
    encoding: node.encoding ?? '7bit',
    charset: charset === '' ? undefined : charset,
    isHtml: node.type === 'text/html',
    isFlowed: parameters['format']?.toLowerCase() === 'flowed',
    deletesSpace: parameters['delsp']?.toLowerCase() === 'yes',
  };
}

function nameOf(node: MessageStructureObject): string {
  return (node.dispositionParameters?.['filename'] ?? node.parameters?.['name'] ?? '').trim();
}

/** base64 needs 4 bytes for 3, and a line break per 76. */
function decodedSize(node: MessageStructureObject): number {
  const sizeBytes = node.size ?? 0;
  return node.encoding === 'base64' ? Math.floor(((sizeBytes * 76) / 78) * 0.75) : sizeBytes;
}

class Walk {
  readonly texts: TextPart[] = [];
  readonly htmls: TextPart[] = [];
  readonly attachments: Attachment[] = [];
  isTruncated = false;
  #count = 0;

  visit(node: MessageStructureObject, depth: number, parentType: string): void {
    this.#count += 1;
    if (this.#count > maxParts || depth > maxDepth) {
      this.isTruncated = true;
      return;
    }
    if (node.type.startsWith('multipart/')) {
      const children = node.childNodes ?? [];
      if (node.type === 'multipart/alternative') this.#visitAlternatives(children, depth);
      else for (const child of children) this.visit(child, depth + 1, node.type);
      return;
    }
    if (this.#isBody(node, parentType)) this.#addText(node);
    else this.#addAttachment(node, parentType);
  }

  /** Of several texts that say the same, the last plain and the last HTML one; a calendar or a picture beside them is attached. */
  #visitAlternatives(children: readonly MessageStructureObject[], depth: number): void {
    const [textsBefore, htmlsBefore] = [this.texts.length, this.htmls.length];
    for (const child of children) {
      const [texts, htmls] = [this.texts.length, this.htmls.length];
      this.visit(child, depth + 1, 'multipart/alternative');
      if (this.texts.length > texts) this.texts.splice(textsBefore, texts - textsBefore);
      if (this.htmls.length > htmls) this.htmls.splice(htmlsBefore, htmls - htmlsBefore);
    }
  }

  #isBody(node: MessageStructureObject, parentType: string): boolean {
    if (!/^text\/(plain|html|enriched)$/.test(node.type) || node.disposition === 'attachment') return false;
    // Apple Mail sends text files inline; only a text that stands for the mail itself may bear a name.
    return nameOf(node) === '' || parentType === 'multipart/alternative' || parentType === '';
  }

  #addText(node: MessageStructureObject): void {
    const coding = codingOf(node);
    const list = coding.isHtml ? this.htmls : this.texts;
    if (list.length >= maxTextParts) {
      this.isTruncated = true;
      return;
    }
    list.push({ ...coding, part: node.part ?? '1', sizeBytes: node.size ?? 0 });
  }

  #addAttachment(node: MessageStructureObject, parentType: string): void {
    const contentId = (node.id ?? '').replace(/^\s*<?|>?\s*$/g, '');
    const hasId = contentId !== '' && contentId.length <= 500;
    const mimeType = node.type.slice(0, 200);
    this.attachments.push({
      ref: node.part ?? '1',
      name: (nameOf(node) || this.#inventedName(node)).replace(/[\r\n\0]+/g, ' ').slice(0, 500),
      mimeType,
      sizeBytes: decodedSize(node),
      ...(hasId ? { contentId } : {}),
      isInline:
        hasId && mimeType.startsWith('image/') && (parentType === 'multipart/related' || node.disposition === 'inline'),
    });
  }

  #inventedName(node: MessageStructureObject): string {
    const subject = node.type === 'message/rfc822' ? (node.envelope?.subject ?? '').slice(0, 100) : '';
    const extension = extensions[node.type];
    return `${subject || `part-${node.part ?? '1'}`}${extension === undefined ? '' : `.${extension}`}`;
  }
}

/** The plan for one mail; at most 1,000 parts and 30 levels are looked at. */
export function planBody(structure: MessageStructureObject): BodyPlan {
  const walk = new Walk();
  walk.visit(structure, 0, '');
  const { texts, htmls, attachments } = walk;
  const isTruncated = walk.isTruncated || [...texts, ...htmls].some((part) => part.sizeBytes > maxTextPartBytes);
  return {
    texts,
    htmls,
    attachments,
    isTruncated,
    charset: texts[0]?.charset ?? htmls[0]?.charset,
    isReport: structure.type === 'multipart/report',
  };
}

/** The plan when the server gave no structure that can be read: the header alone is shown. */
export function planWithoutStructure(): BodyPlan {
  return { texts: [], htmls: [], attachments: [], isTruncated: true, charset: undefined, isReport: false };
}
