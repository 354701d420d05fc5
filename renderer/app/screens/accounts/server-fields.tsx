// How to log in, and host, port and encryption of both servers: always to be seen, always to be changed.
import { Fieldset, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { mailSignInProviderSchema, type EmailServers, type Server } from '../../../../shared/model/account.ts';
import { useText } from '../../text/use-text.ts';
import { providerNames } from './browser-sign-in.tsx';
import { withHost, withLogin, withSecurity } from './server-defaults.ts';

interface Props {
  servers: EmailServers;
  isDisabled: boolean;
  /** Unencrypted servers on this machine, for developers. */
  allowsNone: boolean;
  onChange: (servers: EmailServers) => void;
}

export function ServerFields(props: Props) {
  const { servers, isDisabled, onChange } = props;
  const text = useText();
  return (
    <Stack gap="sm" pt={10}>
      <TextInput
        size="xs"
        required
        withAsterisk={false}
        disabled={isDisabled}
        label={text('account.userName')}
        maxLength={320}
        spellCheck={false}
        value={servers.userName}
        onChange={(event) => {
          onChange({ ...servers, userName: event.currentTarget.value });
        }}
      />
      <Select
        size="xs"
        disabled={isDisabled}
        label={text('account.loginBy')}
        allowDeselect={false}
        data={[
          { value: 'password', label: text('account.password') },
          ...mailSignInProviderSchema.options.map((value) => ({
            value,
            label: text('signIn.button', { provider: providerNames[value] }),
          })),
        ]}
        value={servers.signIn?.provider ?? 'password'}
        onChange={(chosen) => {
          onChange(withLogin(servers, chosen));
        }}
      />
      <OneServer {...props} kind="imap" legend={text('account.imap')} />
      <OneServer {...props} kind="smtp" legend={text('account.smtp')} />
    </Stack>
  );
}

function OneServer({
  servers,
  isDisabled,
  allowsNone,
  onChange,
  kind,
  legend,
}: Props & { kind: 'imap' | 'smtp'; legend: string }) {
  const text = useText();
  const server = servers[kind];
  const put = (next: Server): void => {
    onChange({ ...servers, [kind]: next });
  };
  const kinds: { value: Server['security']; label: string }[] = [
    { value: 'tls', label: text('security.tls') },
    { value: 'starttls', label: text('security.starttls') },
    ...(allowsNone ? [{ value: 'none' as const, label: text('security.none') }] : []),
  ];
  return (
    <Fieldset legend={legend} disabled={isDisabled} p="xs">
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <TextInput
          size="xs"
          required
          withAsterisk={false}
          flex={1}
          label={text('account.host')}
          maxLength={253}
          spellCheck={false}
          value={server.host}
          onChange={(event) => {
            put(withHost(server, event.currentTarget.value));
          }}
        />
        <NumberInput
          size="xs"
          required
          withAsterisk={false}
          w={86}
          label={text('account.port')}
          min={1}
          max={65535}
          allowDecimal={false}
          hideControls
          value={server.port}
          onChange={(port) => {
            if (typeof port === 'number') put({ ...server, port });
          }}
        />
        <Select
          size="xs"
          w={140}
          label={text('account.security')}
          allowDeselect={false}
          data={kinds}
          value={server.security}
          onChange={(security) => {
            if (security !== null) put(withSecurity(kind, server, security));
          }}
        />
      </Group>
    </Fieldset>
  );
}
