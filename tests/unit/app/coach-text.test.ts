// The reply as the coach reads it: paragraphs, lists, line breaks; quotes left out; every place leads back into the editor.
import { Schema } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coachText } from '../../../renderer/app/screens/composer/coach-text.ts';
import { soundsLikeComplaint } from '../../../shared/language/complaint-words.ts';

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*' },
    blockquote: { group: 'block', content: 'block+' },
    bulletList: { group: 'block', content: 'listItem+' },
    listItem: { content: 'block+' },
    text: { group: 'inline' },
    hardBreak: { group: 'inline', inline: true },
  },
  marks: { bold: {} },
});
const paragraph = (text: string) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]);

describe('the text that the coach reads', () => {
  it('parts paragraphs by an empty line, items and breaks by a line, and leaves quotes out', () => {
    const document = schema.node('doc', null, [
      paragraph('Merhaba,'),
      schema.node('blockquote', null, [paragraph('REZALET!!!')]),
      schema.node('bulletList', null, [
        schema.node('listItem', null, [paragraph('bir')]),
        schema.node('listItem', null, [paragraph('iki')]),
      ]),
      schema.node('paragraph', null, [schema.text('Sevgiler'), schema.node('hardBreak'), schema.text('Defne')]),
    ]);
    expect(coachText(document).text).toBe('Merhaba,\nbir\niki\n\nSevgiler\nDefne');
  });

  it('finds the place of every letter again', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 }), (parts) => {
        const document = schema.node(
          'doc',
          null,
          parts.map((part, index) =>
            index % 3 === 2 ? schema.node('blockquote', null, [paragraph(part)]) : paragraph(part),
          ),
        );
        const { text, positionOf } = coachText(document);
        let offset = 0;
        for (const [index, part] of parts.entries()) {
          if (index % 3 === 2) continue;
          offset = text.indexOf(part, offset);
          const from = positionOf(offset);
          expect(document.textBetween(from, positionOf(offset + part.length - 1) + 1)).toBe(part);
          offset += part.length;
        }
      }),
    );
  });
});

describe('a message that sounds like a complaint', () => {
  it.each([
    'Vazom kırık geldi ve hâlâ ses yok, bu kabul edilemez.',
    'My plate arrived broken!',
    'Το βάζο ήρθε σπασμένο. Είναι απαράδεκτο.',
  ])('%s', (text) => {
    expect(soundsLikeComplaint(text)).toBe(true);
  });
  it.each(['Hediye paketi yapıyor musunuz?', 'Do you engrave boards?', 'Τι διαστάσεις έχει το βάζο;'])(
    'not: %s',
    (text) => {
      expect(soundsLikeComplaint(text)).toBe(false);
    },
  );
});
