// Signing in on Google's or Microsoft's page in place of a password: what happens, and a client id of the shop's own where it takes one.
import { Alert, Anchor, Stack, Text, TextInput } from '@mantine/core';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import type { ErrorData } from '../../../../shared/errors.ts';
import type { MailSignIn, MailSignInProvider } from '../../../../shared/model/account.ts';
import { isRegisteredWith } from '../../../../shared/model/sign-in-clients.ts';
import { ErrorNotice } from '../../actions/notice-text.tsx';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import classes from './accounts.module.css';
import { Disclosure } from './disclosure.tsx';

export const providerNames: Readonly<Record<MailSignInProvider, string>> = { google: 'Google', microsoft: 'Microsoft' };

const consoles: Readonly<Record<MailSignInProvider, { url: string; steps: readonly TextId[]; usesSecret: boolean }>> = {
  google: {
    url: 'https://console.cloud.google.com/auth/clients',
    steps: ['signIn.google.step1', 'signIn.google.step2', 'signIn.google.step3'],
    usesSecret: true,
  },
  microsoft: {
    url: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
    steps: ['signIn.microsoft.step1', 'signIn.microsoft.step2', 'signIn.microsoft.step3', 'signIn.microsoft.step4'],
    usesSecret: false,
  },
};

interface Props {
  signIn: MailSignIn;
  clientSecret: string;
  isDisabled: boolean;
  onChange: (signIn: MailSignIn, clientSecret: string) => void;
}

export function BrowserSignIn(props: Props) {
  const { signIn } = props;
  const text = useText();
  const isReady = isRegisteredWith(signIn.provider);
  const provider = providerNames[signIn.provider];
  return (
    <>
      <Text size="sm">{text('signIn.what', { provider })}</Text>
      {isReady ? (
        <Disclosure title={text('signIn.ownClient')} startsOpen={signIn.clientId !== undefined}>
          <OwnClient {...props} isRequired={false} />
        </Disclosure>
      ) : (
        <>
          <Alert color="blue" icon={<IconInfoCircle size={18} />} title={text('signIn.notReady.title', { provider })}>
            {text('signIn.notReady.body')}
          </Alert>
          <OwnClient {...props} isRequired />
        </>
      )}
    </>
  );
}

/** A registration that the shop made itself. */
function OwnClient({ signIn, clientSecret, isDisabled, isRequired, onChange }: Props & { isRequired: boolean }) {
  const desk = useDesk();
  const text = useText();
  const { url, steps, usesSecret } = consoles[signIn.provider];
  const { clientId, address, ...rest } = signIn;
  const withClient = (id: string): MailSignIn => ({
    ...rest,
    ...(address && { address }),
    ...(id !== '' && { clientId: id }),
  });
  return (
    <Stack gap="sm" pt={4}>
      <section className={classes['guide']} aria-label={text('signIn.steps')}>
        <ol>
          {steps.map((step) => (
            <li key={step}>{text(step)}</li>
          ))}
        </ol>
        <Anchor component="button" type="button" size="sm" onClick={() => void attempt(desk.main.openLink({ url }))}>
          <IconExternalLink size={14} aria-hidden="true" />{' '}
          {text('signIn.openConsole', { provider: providerNames[signIn.provider] })}
        </Anchor>
      </section>
      <TextInput
        required={isRequired}
        withAsterisk={false}
        disabled={isDisabled}
        label={text('signIn.clientId')}
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        value={clientId ?? ''}
        onChange={(event) => {
          onChange(withClient(event.currentTarget.value.trim()), clientSecret);
        }}
      />
      {usesSecret && (
        <TextInput
          disabled={isDisabled}
          label={text('signIn.clientSecret')}
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
          value={clientSecret}
          onChange={(event) => {
            onChange(signIn, event.currentTarget.value.trim());
          }}
        />
      )}
      {desk.app.get().isDeveloper && (
        <TextInput
          disabled={isDisabled}
          label={text('signIn.address')}
          placeholder="http://127.0.0.1:8080"
          maxLength={500}
          value={address ?? ''}
          onChange={(event) => {
            const given = event.currentTarget.value.trim();
            onChange({ ...rest, ...(clientId && { clientId }), ...(given !== '' && { address: given }) }, clientSecret);
          }}
        />
      )}
    </Stack>
  );
}

/** Why signing in came to nothing. */
export function SignInError({ error }: { error: ErrorData }) {
  const text = useText();
  return (
    <Alert color="red" role="alert">
      {error.detail?.['reason'] === 'late' ? text('signIn.late') : <ErrorNotice error={error} />}
    </Alert>
  );
}
