// What an account is missing: its password, or a sign-in on its provider's page.
import type { Account } from '../../../../shared/model/account.ts';
import { PasswordForm } from './password-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function LoginForm({ account, onDone }: { account: Account; onDone: () => void }) {
  const servers = account.email;
  if (servers?.signIn)
    return <SignInForm account={account} servers={servers} signIn={servers.signIn} onDone={onDone} />;
  return <PasswordForm account={account} onDone={onDone} />;
}
