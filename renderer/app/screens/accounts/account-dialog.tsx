// Adds an e-mail account, or changes one.
import { Modal } from '@mantine/core';
import type { AccountId } from '../../../../shared/model/ids.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { AccountForm } from './account-form.tsx';

export function AccountDialog(props: { accountId: AccountId | null; onClose: () => void }) {
  const { accountId, onClose } = props;
  const desk = useDesk();
  const text = useText();
  const account = useCellPart(desk.app, (app) => app.accounts.find((each) => each.id === accountId) ?? null);
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      closeOnClickOutside={false}
      title={account ? text('account.edit.title', { account: account.label }) : text('account.add.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <AccountForm account={account} onDone={onClose} />
    </Modal>
  );
}
