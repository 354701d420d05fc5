// Secrets are taken out of a text in every form in which they travel.
import { expect, it } from 'vitest';
import { redactor } from '../../electron/sync/connectors/redact.ts';

it('hides secrets plain, percent-encoded, in base64 and in JSON, and leaves short ones alone', () => {
  const redact = redactor(['s3cr€t/key"1', 'abc']);
  const forms = ['s3cr€t/key"1', encodeURIComponent('s3cr€t/key"1'), btoa('ascii'), 's3cr€t/key\\"1', 'abc'];
  expect(redact(forms.join(' ')).split(' ')).toEqual(['•••', '•••', btoa('ascii'), '•••', 'abc']);
  expect(redact(Buffer.from('s3cr€t/key"1').toString('base64'))).toBe('•••');
});
