// Finds the signature below a message: after a `-- ` line, a phone's "sent from", or a mailing list's footer.
import { foldText } from '../language/fold.ts';
import { deviceSignatures } from './quoting-marks.ts';

// Below a longer stretch, `--` is a rule somebody drew in the text.
const maxSignatureLines = 20;
const maxDeviceLineLength = 200;
const maxDeviceLines = 3;

const isBlank = (line: string): boolean => line.trim() === '';

/** Whether a line is what a phone or a mail program adds by itself: "Sent from my iPhone", "iPhone'umdan gönderildi". */
export function isDeviceSignature(line: string): boolean {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.length > maxDeviceLineLength) return false;
  // Programs add the address of their download page: Sent from Outlook<https://…>.
  const folded = foldText(trimmed)
    .replace(/ ?[<[(]https?:.*$/, '')
    .replace(/^[*_]+|[*_]+$/g, '');
  return deviceSignatures.some((pattern) => pattern.test(folded));
}

const isDelimiter = (line: string): boolean => /^(?:--|[—–]{1,10})\s{0,3}$/.test(line);

const isListFooter = (lines: readonly string[], index: number): boolean =>
  /^_{2,100}\s*$/.test(lines[index] ?? '') && (lines[index + 1] ?? '').slice(0, 200).includes('mailing list');

/**
 * Index of the first line of the signature at the end of `lines`; `lines.length` when there is none. A message that
 * would be nothing but signature has none.
 */
export function signatureStart(lines: readonly string[]): number {
  let end = lines.length;
  while (end > 0 && isBlank(lines[end - 1] ?? '')) end--;
  let start = end;
  for (let index = end - 1; index >= Math.max(0, end - maxSignatureLines - 1); index--) {
    const isFilledBelow = index < end - 1;
    if (isFilledBelow && (isDelimiter(lines[index] ?? '') || isListFooter(lines, index))) start = index;
  }
  for (let found = 0; found < maxDeviceLines; found++) {
    let last = start - 1;
    while (last >= 0 && isBlank(lines[last] ?? '')) last--;
    if (last < 0 || !isDeviceSignature(lines[last] ?? '')) break;
    start = last;
  }
  const hasTextAbove = lines.slice(0, start).some((line) => !isBlank(line));
  return hasTextAbove && start < end ? start : lines.length;
}
