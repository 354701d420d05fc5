// One password field for an account that main misses the password of, or whose password the server refused.
import { Alert, Button, Group, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { Account } from '../../../../shared/model/account.ts';
import type { ErrorData } from '../../../../shared/errors.ts';
import { ErrorNotice } from '../../actions/notice-text.tsx';
import { outcomeOf, useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { ServerSettingsLink } from './server-settings-link.tsx';

export function PasswordForm(props: { account: Account; onDone: () => void }) {
  const { account, onDone } = props;
  const desk = useDesk();
  const text = useText();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<ErrorData | null>(null);
  const [isBusy, setBusy] = useState(false);
  const give = async (): Promise<void> => {
    setBusy(true);
    const outcome = await outcomeOf(desk.main.giveSecrets({ accountId: account.id, secrets: { password } }));
    setBusy(false);
    if (!outcome.isOk) {
      setError(outcome.error);
      return;
    }
    desk.app.update((app) => ({ ...app, secrets: outcome.value }));
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') void give();
      }}
    >
      <PasswordInput
        data-autofocus
        label={text('password.of', { account: account.label })}
        description={text('password.hint')}
        value={password}
        visibilityToggleButtonProps={{ 'aria-label': text('account.password.show') }}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
        }}
      />
      {error && (
        <Alert color="red" mt="md" role="alert">
          <ErrorNotice error={error} />
        </Alert>
      )}
      <Group justify="space-between" mt="md">
        <ServerSettingsLink accountId={account.id} />
        <Button type="submit" disabled={password === ''} loading={isBusy}>
          {text('password.give')}
        </Button>
      </Group>
    </form>
  );
}
