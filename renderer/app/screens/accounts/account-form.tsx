// The form of an e-mail account: address and password, or a sign-in through the browser, first; servers found by themselves, a test that shows each step.
import { Alert, Anchor, Button, Collapse, PasswordInput, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import type { Account } from '../../../../shared/model/account.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { BrowserSignIn, providerNames, SignInError } from './browser-sign-in.tsx';
import { CertificateChoice } from './certificate-choice.tsx';
import { ConnectionSteps } from './connection-steps.tsx';
import { KeepingChoice } from './keeping-choice.tsx';
import { MarketplaceGuide } from './marketplace-guide.tsx';
import { ProviderNote } from './provider-note.tsx';
import { ServerFields } from './server-fields.tsx';
import { withLogin } from './server-defaults.ts';
import { StopOrSave } from './stop-or-save.tsx';
import { useAccountForm, type AccountFormState } from './use-account-form.ts';
import classes from './accounts.module.css';

export function AccountForm(props: { account: Account | null; onDone: () => void }) {
  const desk = useDesk();
  const text = useText();
  const form = useAccountForm(desk, props.account, props.onDone);
  const { values, phase } = form;
  const isBusy = phase !== 'writing' && phase !== 'keeping';
  const isNew = props.account === null;
  const signIn = values.servers?.signIn;
  const mustSignIn = signIn !== undefined && signIn.provider !== props.account?.email?.signIn?.provider;
  const provider = signIn ? providerNames[signIn.provider] : '';

  if (phase === 'keeping') return <KeepingChoice onChosen={form.save} />;
  const doneLabel =
    isNew && !values.servers
      ? text('account.continue')
      : mustSignIn
        ? text('signIn.button', { provider })
        : !isNew && (signIn || values.password === '')
          ? text('dialog.save')
          : text(isNew ? 'account.testAndAdd' : 'account.testAndSave');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          autoFocus
          type="email"
          required
          withAsterisk={false}
          disabled={isBusy}
          label={text('account.address')}
          placeholder={text('account.address.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={values.address}
          error={form.isNoReplySender && text('account.noReply')}
          readOnly={!isNew}
          onChange={(event) => {
            form.setAddress(event.currentTarget.value);
          }}
        />
        {signIn ? (
          <BrowserSignIn
            key={signIn.provider}
            signIn={signIn}
            clientSecret={values.clientSecret}
            isDisabled={isBusy}
            onChange={(changed, clientSecret) => {
              if (values.servers) form.change({ servers: { ...values.servers, signIn: changed }, clientSecret });
            }}
          />
        ) : (
          <PasswordInput
            required={isNew && values.servers !== null}
            withAsterisk={false}
            disabled={isBusy}
            label={text('account.password')}
            description={isNew ? undefined : text('account.password.keep')}
            autoComplete="off"
            value={values.password}
            visibilityToggleButtonProps={{ 'aria-label': text('account.password.show') }}
            onChange={(event) => {
              form.change({ password: event.currentTarget.value });
            }}
          />
        )}
        <LoginChange form={form} isDisabled={isBusy} />
        <TextInput
          disabled={isBusy}
          label={text('account.senderName')}
          description={text('account.senderName.hint')}
          maxLength={200}
          value={values.senderName}
          onChange={(event) => {
            form.change({ senderName: event.currentTarget.value });
          }}
        />
        {values.found && <ProviderNote found={values.found} isSignIn={signIn !== undefined} />}
        {form.isNotFound && (
          <Alert color="orange" role="status">
            {text('account.notFound')}
          </Alert>
        )}
        <div>
          <UnstyledButton
            className={classes['serversToggle'] ?? ''}
            aria-expanded={form.areServersOpen}
            onClick={form.toggleServers}
          >
            <IconChevronDown size={15} data-open={form.areServersOpen || undefined} aria-hidden="true" />
            {text('account.servers')}
            {values.servers && !form.areServersOpen && (
              <Text span size="xs" c="dimmed" className="visually-truncated">
                {values.servers.imap.host} · {values.servers.smtp.host}
              </Text>
            )}
          </UnstyledButton>
          <Collapse expanded={form.areServersOpen}>
            {values.servers && (
              <ServerFields
                servers={values.servers}
                isDisabled={isBusy}
                allowsNone={desk.app.get().isDeveloper}
                onChange={(servers) => {
                  form.change({ servers });
                }}
              />
            )}
          </Collapse>
        </div>
        <MarketplaceGuide address={values.address} />
        {phase === 'looking' && (
          <Text size="sm" c="dimmed" role="status">
            {text('account.looking', { address: values.address })}
          </Text>
        )}
        {phase === 'signing-in' && (
          <Text size="sm" c="dimmed" role="status">
            {text('signIn.waiting', { provider })}
          </Text>
        )}
        {form.steps.length > 0 && (
          <ConnectionSteps steps={form.steps} isRunning={phase === 'testing'} isSignIn={signIn !== undefined} />
        )}
        {form.untrusted && (
          <CertificateChoice
            step={form.untrusted}
            onTrust={(fingerprint) => {
              const server = form.untrusted?.server;
              if (server === 'imap' || server === 'smtp') form.trust(server, fingerprint);
            }}
          />
        )}
        {form.error && <SignInError error={form.error} />}
        <DialogFoot>
          {signIn && !isNew && !mustSignIn && !isBusy && (
            <Button variant="subtle" onClick={form.signInAgain}>
              {text('signIn.again')}
            </Button>
          )}
          <StopOrSave
            isRunning={phase === 'testing' || phase === 'looking' || phase === 'signing-in'}
            hasFailed={form.hasFailed}
            isNew={isNew}
            onStop={form.stop}
            onSave={form.save}
          />
          <Button type="submit" loading={isBusy}>
            {doneLabel}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}

/** From the password to the provider's page and back, where the provider has both. */
function LoginChange({ form, isDisabled }: { form: AccountFormState; isDisabled: boolean }) {
  const text = useText();
  const { servers, found } = form.values;
  if (!servers || found?.signIn === undefined || isDisabled) return null;
  const other = servers.signIn ? 'password' : found.signIn;
  const words = servers.signIn
    ? text(found.hint === 'app-password' ? 'signIn.useAppPassword' : 'signIn.usePassword')
    : text('signIn.useBrowser', { provider: providerNames[found.signIn] });
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      ta="start"
      onClick={() => {
        form.change({ servers: withLogin(servers, other) });
      }}
    >
      {words}
    </Anchor>
  );
}
