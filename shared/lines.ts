// Text that comes in pieces, line by line: a line ends at a line feed and nowhere else.

/**
 * The lines of `chunks` without their ends; a last one without a line feed counts, a carriage return stays. U+2028 and U+2029, which JSON
 * leaves as they are inside a text, end no line: readline of Node does as its version likes.
 */
export async function* linesIn(chunks: AsyncIterable<unknown>): AsyncGenerator<string> {
  let waiting: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...others] = String(chunk).split('\n');
    waiting.push(first);
    for (const other of others) {
      yield waiting.join('');
      waiting = [other];
    }
  }
  const last = waiting.join('');
  if (last !== '') yield last;
}
