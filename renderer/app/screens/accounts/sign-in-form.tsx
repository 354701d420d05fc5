// Signs in again to an account whose permission ran out or was taken back; messages and replies wait meanwhile.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ErrorData } from '../../../../shared/errors.ts';
import type { Account, EmailServers, MailSignIn } from '../../../../shared/model/account.ts';
import { outcomeOf, useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { providerNames, SignInError } from './browser-sign-in.tsx';
import { ServerSettingsLink } from './server-settings-link.tsx';
import { useBrowserSignIn } from './use-browser-sign-in.ts';

interface Props {
  account: Account;
  servers: EmailServers;
  signIn: MailSignIn;
  onDone: () => void;
}

export function SignInForm({ account, servers, signIn, onDone }: Props) {
  const desk = useDesk();
  const text = useText();
  const browser = useBrowserSignIn(desk);
  const [isWaiting, setWaiting] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const provider = providerNames[signIn.provider];

  const begin = async (): Promise<void> => {
    setWaiting(true);
    setError(null);
    const { id: accountId, channel, address } = account;
    const signedIn = await browser.signIn({ channel, accountId, address, servers, fields: {}, secrets: {} });
    const outcome = signedIn.isOk
      ? await outcomeOf(desk.main.giveSecrets({ accountId, secrets: {}, signInId: signedIn.value }))
      : signedIn;
    setWaiting(false);
    if (!outcome.isOk) {
      if (outcome.error.code !== 'cancelled' || outcome.error.detail) setError(outcome.error);
      return;
    }
    desk.app.update((app) => ({ ...app, secrets: outcome.value }));
    onDone();
  };

  return (
    <Stack gap="sm">
      <Text size="sm">{text('signIn.again.body', { provider, account: account.label })}</Text>
      {isWaiting && (
        <Text size="sm" c="dimmed" role="status">
          {text('signIn.waiting', { provider })}
        </Text>
      )}
      {error && <SignInError error={error} />}
      <Group justify="space-between">
        <ServerSettingsLink accountId={account.id} />
        <Group gap="xs">
          {isWaiting && (
            <Button variant="default" onClick={browser.stop}>
              {text('account.stop')}
            </Button>
          )}
          <Button data-autofocus loading={isWaiting} onClick={() => void begin()}>
            {text('signIn.button', { provider })}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
