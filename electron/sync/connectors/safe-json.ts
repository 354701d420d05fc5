// JSON whose long whole numbers stay what they are: marketplaces number things beyond 2^53.
import { AppError } from '../../../shared/errors.ts';

/** A string, or a whole number of 16 digits and more standing alone. */
const stringsAndLongNumbers = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/** Long whole numbers come as strings. `bad-data` when it is no JSON. */
export function parseSafely(text: string): unknown {
  const quoted = /\d{16}/.test(text)
    ? text.replace(stringsAndLongNumbers, (part) => (part.startsWith('"') ? part : `"${part}"`))
    : text;
  try {
    return JSON.parse(quoted) as unknown;
  } catch (thrown) {
    throw new AppError('bad-data', 'The answer is no JSON', { cause: thrown });
  }
}
