// Facts inside a reply stay facts: when the shop changes one, the drafts that tell it change too.
import { Mark, type Editor, type JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { FactRow } from '../../../database/rows.ts';
import type { FilledTemplate } from '../../../../shared/language/fill-template.ts';
import { factKeyOf } from '../../../../shared/language/template-fields.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import { factText } from '../../../../shared/service/fact-state.ts';

interface FactAttributes {
  key: string;
  /** What the fact said when it was put in: words that a person has changed since are theirs. */
  written: string;
  language: Language;
}

/** Never seen by the customer: the marks are taken off when the reply is sent. */
export const FactMark = Mark.create({
  name: 'fact',
  inclusive: false,
  addAttributes: () => ({
    key: { default: '', parseHTML: (element) => element.getAttribute('data-fact'), renderHTML: (all) => ({ 'data-fact': all['key'] as string }) },
    written: { default: '', parseHTML: (element) => element.getAttribute('data-written'), renderHTML: (all) => ({ 'data-written': all['written'] as string }) },
    language: { default: 'en', parseHTML: (element) => element.getAttribute('data-fact-language'), renderHTML: (all) => ({ 'data-fact-language': all['language'] as string }) },
  }), // prettier-ignore
  parseHTML: () => [{ tag: 'span[data-fact]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

/** The reply's HTML as it goes out. */
export function withoutFactMarks(html: string): string {
  return html.replace(/<span data-fact="[^>]*>([\s\S]*?)<\/span>/g, '$1');
}

/** A filled template as the editor's content, its facts marked: a blank line parts paragraphs, a line break stays one. */
export function contentOfFilled({ text, fields }: FilledTemplate, language: Language): JSONContent[] {
  const facts = fields.flatMap(({ name, from, to }) => {
    const key = factKeyOf(name);
    return key === null ? [] : [{ key, from, to }];
  });
  const paragraphs: JSONContent[] = [];
  let at = 0;
  for (const paragraph of text.split(/(\n{2,})/)) {
    if (!/^\n{2,}$/.test(paragraph)) {
      paragraphs.push({ type: 'paragraph', content: inline(paragraph, at, facts, language) });
    }
    at += paragraph.length;
  }
  return paragraphs;
}

interface Place {
  key: string;
  from: number;
  to: number;
}

function inline(paragraph: string, start: number, facts: readonly Place[], language: Language): JSONContent[] {
  const content: JSONContent[] = [];
  let at = start;
  paragraph.split('\n').forEach((line, index) => {
    if (index > 0) content.push({ type: 'hardBreak' });
    const end = at + line.length;
    let from = at;
    for (const fact of facts.filter((each) => each.from >= at && each.to <= end)) {
      if (fact.from > from) content.push({ type: 'text', text: line.slice(from - at, fact.from - at) });
      const written = line.slice(fact.from - at, fact.to - at);
      content.push({
        type: 'text',
        text: written,
        marks: [{ type: 'fact', attrs: { key: fact.key, written, language } }],
      });
      from = fact.to;
    }
    if (from < end) content.push({ type: 'text', text: line.slice(from - at) });
    at = end + 1;
  });
  return content;
}

interface FactPlace extends FactAttributes {
  text: string;
  from: number;
  to: number;
}

function factPlaces(document: Node): FactPlace[] {
  const places: FactPlace[] = [];
  document.descendants((node, position) => {
    const mark = node.marks.find(({ type }) => type.name === 'fact');
    if (!mark || node.text === undefined) return;
    places.push({ ...(mark.attrs as FactAttributes), text: node.text, from: position, to: position + node.nodeSize });
  });
  return places;
}

/** The keys of the facts that a reply tells. */
export const factKeysIn = (document: Node): string[] => [...new Set(factPlaces(document).map(({ key }) => key))];

/** Puts the facts' present words where a reply has earlier ones that nobody touched; true when something was changed. */
export function refreshFacts(editor: Editor, facts: readonly FactRow[], today: string): boolean {
  const { state } = editor;
  const { tr } = state;
  for (const place of factPlaces(state.doc).reverse()) {
    const fact = facts.find(({ key }) => key === place.key);
    const now = fact && factText(fact, place.language, today);
    if (now === undefined || place.text !== place.written || now === place.written) continue;
    const mark = state.schema.mark('fact', { key: place.key, written: now, language: place.language });
    tr.replaceWith(place.from, place.to, state.schema.text(now, [mark]));
  }
  if (!tr.docChanged) return false;
  editor.view.dispatch(tr);
  return true;
}
