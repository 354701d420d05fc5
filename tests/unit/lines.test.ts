// Lines of text that comes in pieces: cut anywhere, ended by line feeds only.
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { linesIn } from '../../shared/lines.ts';

const texts = ['one\ntwo', 'a\u2028b\u2029c\u0085d\n\n e\r\nf\n', '', '\n', 'ş\n'.repeat(3)];

test.each(texts)('%j comes out the same however it is cut', async (text) => {
  const expected = text.split('\n');
  if (expected.at(-1) === '') expected.pop();
  for (let size = 1; size <= text.length + 1; size++) {
    const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
      text.slice(at * size, (at + 1) * size),
    );
    const lines = [];
    for await (const line of linesIn(Readable.from(pieces))) lines.push(line);
    expect(lines).toEqual(expected);
  }
});
