// The readable text of an HTML mail, for search, previews and language; bounded in time for hostile input.
import { compile, type FormatCallback } from 'html-to-text';

/** More than the longest newsletter has of use; 1 MB of flat HTML takes 0.2 s. */
const maxHtmlChars = 400_000;

/** Cells of layout tables stand beside each other: their words must not run together. */
const cell: FormatCallback = (element, walk, builder) => {
  walk(element.children, builder);
  builder.addInline(' ', {});
};

const convert = compile({
  wordwrap: false,
  formatters: { cell },
  limits: { maxDepth: 300, maxChildNodes: 20_000, ellipsis: '' },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'h3', options: { uppercase: false } },
    { selector: 'h4', options: { uppercase: false } },
    { selector: 'h5', options: { uppercase: false } },
    { selector: 'h6', options: { uppercase: false } },
    { selector: 'table', format: 'block' },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'title', format: 'skip' },
  ],
});

/** Text of `unsafeHtml` with paragraphs and lists kept; '' when nothing can be read. What lies behind 400,000 characters is left out. */
export function textOfHtml(unsafeHtml: string): string {
  return convert(unsafeHtml.slice(0, maxHtmlChars))
    .replaceAll('\u00a0', ' ')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
