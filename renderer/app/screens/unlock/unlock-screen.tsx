// After the start: the passphrase, or the passwords that are not kept. Reading and writing work without, too.
import { Alert, Button, Group, Paper, PasswordInput, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { useState } from 'react';
import type { ErrorData } from '../../../../shared/errors.ts';
import { ErrorNotice } from '../../actions/notice-text.tsx';
import { useCell } from '../../state/cell.ts';
import { outcomeOf, useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { LoginForm } from '../accounts/login-form.tsx';
import { useUsable } from '../inbox/use-usable.ts';
import classes from './unlock-screen.module.css';

export function UnlockScreen(props: { onPutOff: () => void }) {
  const desk = useDesk();
  const text = useText();
  const { secrets, accounts } = useCell(desk.app);
  useUsable(desk, true);
  const missing = accounts.find((account) => secrets.missing.includes(account.id));
  return (
    <main className={classes['screen']}>
      <Paper withBorder radius="lg" p={28} w={440} className={classes['card'] ?? ''}>
        <Stack gap="xs" align="center" mb="md">
          <ThemeIcon size={48} radius="xl" variant="light" aria-hidden="true">
            <IconLock size={24} stroke={1.6} />
          </ThemeIcon>
          <Title order={1} size={19} ta="center">
            {text(secrets.isLocked ? 'unlock.title' : 'unlock.missing.title')}
          </Title>
          <Text size="sm" c="dimmed" ta="center">
            {secrets.isLocked ? text('unlock.body') : text('unlock.missing.body', { count: secrets.missing.length })}
          </Text>
        </Stack>
        {secrets.isLocked || !missing ? (
          <PassphraseForm />
        ) : (
          <LoginForm key={missing.id} account={missing} onDone={() => undefined} />
        )}
        <Group justify="center" mt="md">
          <Button variant="subtle" size="xs" onClick={props.onPutOff}>
            {text('unlock.later')}
          </Button>
        </Group>
      </Paper>
    </main>
  );
}

function PassphraseForm() {
  const desk = useDesk();
  const text = useText();
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<ErrorData | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isWrong = error?.code === 'auth-failed';
  const unlock = async (): Promise<void> => {
    setBusy(true);
    const outcome = await outcomeOf(desk.main.unlock({ passphrase }));
    setBusy(false);
    if (outcome.isOk) desk.app.update((app) => ({ ...app, secrets: outcome.value }));
    else setError(outcome.error);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      <PasswordInput
        autoFocus
        label={text('unlock.passphrase')}
        value={passphrase}
        error={isWrong ? text('unlock.wrong') : undefined}
        visibilityToggleButtonProps={{ 'aria-label': text('account.password.show') }}
        onChange={(event) => {
          setPassphrase(event.currentTarget.value);
          setError(null);
        }}
      />
      {error && !isWrong && (
        <Alert color="red" mt="md" role="alert">
          <ErrorNotice error={error} />
        </Alert>
      )}
      <Button type="submit" fullWidth mt="md" disabled={passphrase === ''} loading={isBusy}>
        {text('unlock.do')}
      </Button>
    </form>
  );
}
