// Between a template's text and the editor's document, in which fields are chips.
import type { Node } from '@tiptap/pm/model';
import type { JSONContent } from '@tiptap/core';
import { fieldsIn } from '../../../../shared/language/fill-template.ts';

/** Paragraphs are lines: a template is plain text, and a blank line is an empty paragraph. */
export function documentOf(body: string): JSONContent {
  return {
    type: 'doc',
    content: body.split('\n').map((line) => {
      const content = contentOfLine(line);
      return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
    }),
  };
}

/** Text and chips of one line. */
export function contentOfLine(line: string): JSONContent[] {
  const content: JSONContent[] = [];
  let from = 0;
  for (const field of fieldsIn(line)) {
    if (field.from > from) content.push({ type: 'text', text: line.slice(from, field.from) });
    content.push({ type: 'templateField', attrs: { name: field.name, fallback: field.fallback ?? null } });
    from = field.to;
  }
  if (from < line.length) content.push({ type: 'text', text: line.slice(from) });
  return content;
}

/** A field as it is written in a template. */
export function writtenField(name: string, fallback: string | null): string {
  return fallback === null ? `{{${name}}}` : `{{${name}|${fallback}}}`;
}

export function bodyOf(document: Node): string {
  const lines: string[] = [];
  document.forEach((paragraph) => {
    let line = '';
    paragraph.forEach((child) => {
      if (child.type.name === 'templateField') {
        const { name, fallback } = child.attrs as { name: string; fallback: string | null };
        line += writtenField(name, fallback);
      } else line += child.text ?? '';
    });
    lines.push(line);
  });
  return lines.join('\n');
}
