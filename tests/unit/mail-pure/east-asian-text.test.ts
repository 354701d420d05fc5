// East Asian mail as libmime and iconv-lite ask for it: read by the runtime, letters cut in two by a chunk too.
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { DoubleByteCodec, convert } from '../../../electron/sync/connectors/email/east-asian-text.ts';

test('the shifts of ISO-2022-JP', () => {
  const hello = Uint8Array.of(0x1b, 0x24, 0x42, 0x24, 0x33, 0x24, 0x73, 0x1b, 0x28, 0x42);
  expect(convert(hello, { from: 'ISO-2022-JP' })).toBe('こん');
});

test.each([
  ['shiftjis', '荷物はまだですか'],
  ['eucjp', '荷物はまだですか'],
  ['cp936', '包裹还没有到'],
  ['gbk', '包裹還沒有到'],
  ['gb18030', '包裹还没有到 €'],
  ['cp949', '소포가 아직 안 왔어요'],
  ['cp950', '包裹還沒有到'],
  ['big5hkscs', '包裹還沒有到'],
])('%s reads what the tables of iconv-lite wrote', (encodingName, text) => {
  const bytes = iconv.encode(text, encodingName);
  const decoder = new new DoubleByteCodec({ encodingName }).decoder();
  expect(decoder.write(bytes.subarray(0, 3)) + decoder.write(bytes.subarray(3)) + decoder.end()).toBe(text);
});
