// The document around one sanitised mail, and the policy that keeps it still: no scripts, no network, no forms.

/** Colours that a mail brings itself: then it is shown on white, as it was made for. */
const ownColours = [
  /<[^<>]*\s(?:bgcolor|color|text)\s*=/i,
  /\sstyle\s*=\s*(?:"[^"]*|'[^']*)\b(?:color|background)[\w-]*\s*:/i,
  /<style[^<>]*>[^<]*\b(?:color|background)[\w-]*\s*:/i,
];

const base = `
html { font: 14px/1.55 'Inter Variable', system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
html { overflow-y: hidden; }
body { display: flow-root; margin: 0; padding: 0; overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; }
table { max-width: 100%; }
pre { white-space: pre-wrap; }
blockquote { margin: 0 0 0 2px; padding-left: 12px; border-left: 2px solid #adb5bd; }
`;
const onWhite = `html { color-scheme: light; background: #fff; color: #1f2328; } body { padding: 12px; } a { color: #3b5bdb; }`;
const byTheme = `
html { color-scheme: light dark; color: #1f2328; } a { color: #3b5bdb; }
@media (prefers-color-scheme: dark) { html { color: #e3e5e8; } a { color: #91a7ff; } }
`;

/** Sent with every mail. `sandbox` makes its origin opaque and its scripts dead even where a frame forgot to. */
export const mailPolicy = [
  "default-src 'none'",
  'img-src data:',
  "style-src 'unsafe-inline'",
  "font-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors app:',
  'sandbox',
].join('; ');

/** A whole document around `safeHtml`, which is put in as it is: what was sanitised is never edited. */
export function mailDocument(safeHtml: string): string {
  const colours = ownColours.some((each) => each.test(safeHtml)) ? onWhite : byTheme;
  return `<!doctype html><html><head><meta charset="utf-8"><style>${base}${colours}</style></head><body>${safeHtml}</body></html>`;
}
