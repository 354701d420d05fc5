// How passwords are kept on a system without a keyring: behind a passphrase, or not at all.
import { Alert, Button, Group, PasswordInput, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ErrorData } from '../../../../shared/errors.ts';
import { ErrorNotice } from '../../actions/notice-text.tsx';
import { outcomeOf, useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import classes from './accounts.module.css';

/** As main demands it. */
const shortestPassphrase = 8;

export function KeepingChoice(props: { onChosen: () => void }) {
  const desk = useDesk();
  const text = useText();
  const [keeping, setKeeping] = useState<'passphrase' | 'session'>('passphrase');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [error, setError] = useState<ErrorData | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isTooShort = passphrase.length < shortestPassphrase;
  const canGoOn = keeping === 'session' || (!isTooShort && passphrase === again);

  const choose = async (): Promise<void> => {
    setBusy(true);
    const outcome = await outcomeOf(
      desk.main.chooseKeeping(keeping === 'session' ? { keeping } : { keeping, passphrase }),
    );
    setBusy(false);
    if (!outcome.isOk) {
      setError(outcome.error);
      return;
    }
    desk.app.update((app) => ({ ...app, secrets: outcome.value }));
    props.onChosen();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (canGoOn) void choose();
      }}
    >
      <Text fw={650} size="md">
        {text('keeping.title')}
      </Text>
      <Text size="sm" c="dimmed" mb="md">
        {text('keeping.body')}
      </Text>
      <Radio.Group
        aria-label={text('keeping.title')}
        value={keeping}
        onChange={(value) => {
          setKeeping(value === 'session' ? 'session' : 'passphrase');
        }}
      >
        <Stack gap="xs">
          {(['passphrase', 'session'] as const).map((kind) => (
            <Radio.Card key={kind} value={kind} className={classes['choice'] ?? ''} autoFocus={kind === 'passphrase'}>
              <Group wrap="nowrap" align="flex-start" gap="sm">
                <Radio.Indicator mt={2} />
                <div>
                  <Text size="sm" fw={600}>
                    {text(`keeping.${kind}`)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {text(`keeping.${kind}.body`)}
                  </Text>
                </div>
              </Group>
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
      {keeping === 'passphrase' && (
        <Stack gap="xs" mt="md">
          <PasswordInput
            label={text('keeping.passphrase.field')}
            description={text('keeping.passphrase.short', { count: shortestPassphrase })}
            value={passphrase}
            onChange={(event) => {
              setPassphrase(event.currentTarget.value);
            }}
          />
          <PasswordInput
            label={text('keeping.passphrase.again')}
            value={again}
            error={again !== '' && again !== passphrase ? text('keeping.passphrase.differs') : undefined}
            onChange={(event) => {
              setAgain(event.currentTarget.value);
            }}
          />
        </Stack>
      )}
      {error && (
        <Alert color="red" mt="md" role="alert">
          <ErrorNotice error={error} />
        </Alert>
      )}
      <Group justify="flex-end" mt="lg">
        <Button type="submit" disabled={!canGoOn} loading={isBusy}>
          {text('keeping.goOn')}
        </Button>
      </Group>
    </form>
  );
}
