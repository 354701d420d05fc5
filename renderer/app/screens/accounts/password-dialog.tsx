// Asks for the password, the keys or a sign-in of one account again.
import { Modal } from '@mantine/core';
import type { AccountId } from '../../../../shared/model/ids.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { AccountDialog } from './account-dialog.tsx';
import { LoginForm } from './login-form.tsx';

export function PasswordDialog(props: { accountId: AccountId; onClose: () => void }) {
  const desk = useDesk();
  const text = useText();
  const account = useCellPart(desk.app, (app) => app.accounts.find((each) => each.id === props.accountId));
  if (!account) return null;
  // A marketplace has several keys: its own form asks for them.
  if (!account.email) return <AccountDialog accountId={account.id} onClose={props.onClose} />;
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={420}
      title={text(account.email.signIn ? 'signIn.again' : 'password.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <LoginForm account={account} onDone={props.onClose} />
    </Modal>
  );
}
