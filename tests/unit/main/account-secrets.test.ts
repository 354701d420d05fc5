// Several secrets in one kept text; a password kept before there were several is still read.
import { expect, it } from 'vitest';
import { changeSecrets, decodeSecrets, encodeSecrets, readSecrets } from '../../../electron/main/account-secrets.ts';
import { AppError } from '../../../shared/errors.ts';
import { accountIdSchema } from '../../../shared/model/ids.ts';

const accountId = accountIdSchema.parse('acc');

function keeper(kept: string | undefined) {
  const state = { kept };
  return {
    state,
    get: () =>
      state.kept === undefined ? Promise.reject(new AppError('auth-failed', 'none')) : Promise.resolve(state.kept),
    put: (_id: unknown, text: string) => {
      state.kept = text;
      return Promise.resolve();
    },
  };
}

it('reads a password of an older version, and what looks like a tag but is none', () => {
  expect(decodeSecrets('hunter2')).toEqual({ password: 'hunter2' });
  expect(decodeSecrets('defter-secrets:1:oops')).toEqual({ password: 'defter-secrets:1:oops' });
  expect(decodeSecrets(encodeSecrets({ apiKey: 'k', apiSecret: 's' }))).toEqual({ apiKey: 'k', apiSecret: 's' });
});

it('changes some secrets and keeps the others', async () => {
  const kept = keeper(encodeSecrets({ apiKey: 'old', apiSecret: 's' }));
  await changeSecrets(kept, accountId, { apiKey: 'new' });
  expect(await readSecrets(kept, accountId)).toEqual({ apiKey: 'new', apiSecret: 's' });
});

it('keeps new ones where the old cannot be read any more', async () => {
  const kept = keeper(undefined);
  await changeSecrets(kept, accountId, { password: 'new' });
  expect(await readSecrets(kept, accountId)).toEqual({ password: 'new' });
});
