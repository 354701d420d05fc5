// Makes the HTML of a mail safe to be shown in its own frame; the only place where SafeHtml comes from.
import DOMPurify from 'dompurify';
import { cleanDeclarations, cleanSheet } from './clean-css.ts';

/** Sanitised once, last, and never edited again. */
export type SafeHtml = string & { readonly brand: 'SafeHtml' };

export interface Sanitised {
  html: SafeHtml;
  /** Pictures on other servers that were left out, each once. */
  remoteUrls: string[];
  /** Content-IDs of pictures inside the mail that were left out, each once. */
  contentIds: string[];
}

/** Address of a picture in the mail (`cid:…` or http) → data URL to show for it. */
export type Pictures = ReadonlyMap<string, string>;

const forbiddenTags = [
  'form', 'input', 'button', 'select', 'option', 'textarea', 'label', 'fieldset',
  'video', 'audio', 'source', 'track', 'picture', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal',
  'svg', 'math', 'base', 'meta', 'link', 'title', 'template', 'dialog', 'slot', 'noscript', 'marquee',
]; // prettier-ignore
/** `src` of pictures is put back by us alone; the others can fetch or submit. */
const forbiddenAttributes = [
  'srcset',
  'background',
  'poster',
  'ping',
  'action',
  'formaction',
  'lowsrc',
  'dynsrc',
  'id',
  'name',
  'target',
];
const allowedLinks = /^(?:https?|mailto|tel):/i;
const remote = /^\s*(?:https?:)?\/\//i;
const embedded = /^data:image\/(?:png|jpeg|gif|webp);base64,/i;

/**
 * Scripts, forms, media, frames, SVG and remote fetches go; inline styles stay, cleaned. Pictures found in `pictures` are shown, the
 * others are listed. Threat: reliability tests SEC-02 and SEC-03; the frame's own CSP and the dead network stand behind this.
 */
export function sanitise(unsafeHtml: string, pictures: Pictures): Sanitised {
  const remoteUrls = new Set<string>();
  const contentIds = new Set<string>();
  const purifier = DOMPurify(window);
  purifier.addHook('uponSanitizeElement', (node) => {
    if (node.nodeName === 'STYLE') node.textContent = cleanSheet(node.textContent ?? '');
  });
  purifier.addHook('uponSanitizeAttribute', (node, data) => {
    if (data.attrName === 'style') {
      data.attrValue = cleanDeclarations(data.attrValue);
    } else if (data.attrName === 'src') {
      const shown = node.nodeName === 'IMG' ? pictureFor(data.attrValue, pictures, remoteUrls, contentIds) : null;
      if (shown === null) data.keepAttr = false;
      else data.attrValue = shown;
    } else if (data.attrName === 'href' && !allowedLinks.test(data.attrValue)) {
      data.keepAttr = false;
    }
  });
  const html = purifier.sanitize(unsafeHtml, {
    FORBID_TAGS: forbiddenTags,
    FORBID_ATTR: forbiddenAttributes,
    ADD_TAGS: ['style'],
    FORCE_BODY: true,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOW_UNKNOWN_PROTOCOLS: false,
    SANITIZE_DOM: true,
  });
  return { html: html as SafeHtml, remoteUrls: [...remoteUrls], contentIds: [...contentIds] };
}

function pictureFor(
  address: string,
  pictures: Pictures,
  remoteUrls: Set<string>,
  contentIds: Set<string>,
): string | null {
  const trimmed = address.trim();
  if (embedded.test(trimmed)) return trimmed;
  if (remote.test(trimmed)) {
    const url = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
    const known = pictures.get(url);
    if (known === undefined) remoteUrls.add(url);
    return known ?? null;
  }
  if (/^cid:/i.test(trimmed)) {
    const contentId = decodeContentId(trimmed.slice(4));
    const known = pictures.get(`cid:${contentId}`);
    if (known === undefined) contentIds.add(contentId);
    return known ?? null;
  }
  return null;
}

function decodeContentId(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written; // a bare % is no escape: the id is meant as it stands
  }
}
