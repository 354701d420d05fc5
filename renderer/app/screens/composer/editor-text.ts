// Between the editor's document and plain text.
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';

/**
 * The reply as plain text: paragraphs a line apart, list items with their marks, links with their address. An empty paragraph parts what
 * it stands between as any does: people who press Enter twice do not mean three lines.
 */
export function plainText(editor: Editor): string {
  return blocks(editor.state.doc)
    .join('\n\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function blocks(node: Node): string[] {
  const parts: string[] = [];
  node.forEach((child) => {
    if (child.type.name === 'bulletList' || child.type.name === 'orderedList') parts.push(list(child));
    else if (child.type.name === 'blockquote') parts.push(quote(blocks(child).join('\n\n')));
    else if (child.isTextblock) parts.push(inline(child));
    else parts.push(...blocks(child));
  });
  return parts;
}

function list(node: Node): string {
  const items: string[] = [];
  node.forEach((item, _offset, index) => {
    const mark = node.type.name === 'orderedList' ? `${String(index + 1)}. ` : '- ';
    items.push(
      mark +
        blocks(item)
          .join('\n')
          .replaceAll('\n', `\n${' '.repeat(mark.length)}`),
    );
  });
  return items.join('\n');
}

function quote(text: string): string {
  return text.replace(/^/gm, '> ');
}

function inline(block: Node): string {
  let text = '';
  block.forEach((child) => {
    if (child.type.name === 'hardBreak') text += '\n';
    else if (child.text !== undefined) {
      const href = child.marks.find(({ type }) => type.name === 'link')?.attrs['href'] as string | undefined;
      const isShown = href === undefined || href.replace(/^mailto:/, '') === child.text || href.includes(child.text);
      text += isShown ? child.text : `${child.text} (${href})`;
    }
  });
  return text;
}

/** Plain text as the editor's content: a blank line parts paragraphs, a line break stays one. */
export function contentOf(text: string) {
  return text.split(/\n{2,}/).map((paragraph) => ({
    type: 'paragraph',
    content: paragraph
      .split('\n')
      .flatMap((line, index) => [
        ...(index > 0 ? [{ type: 'hardBreak' }] : []),
        ...(line === '' ? [] : [{ type: 'text', text: line }]),
      ]),
  }));
}
