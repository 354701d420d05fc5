// Adds an account of a channel that is chosen first, or changes one.
import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { AccountId, Channel } from '../../../../shared/model/ids.ts';
import { useManifests } from '../../reads/use-manifests.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { AccountForm } from './account-form.tsx';
import { ChannelChoice } from './channel-choice.tsx';
import { MarketplaceForm } from './marketplace-form.tsx';

export interface AccountDialogProps {
  accountId: AccountId | null;
  /** Of a new account, where it is known already. */
  channel?: Channel | undefined;
  onClose: () => void;
}

export function AccountDialog({ accountId, channel, onClose }: AccountDialogProps) {
  const desk = useDesk();
  const text = useText();
  const account = useCellPart(desk.app, (app) => app.accounts.find((each) => each.id === accountId) ?? null);
  const [chosen, setChosen] = useState(channel ?? null);
  const manifests = useManifests();
  const shown = account?.channel ?? chosen;
  const manifest = shown === null ? undefined : manifests?.get(shown);
  const title = account
    ? text('account.edit.title', { account: account.label })
    : shown === null
      ? text('channels.title')
      : manifest && shown !== 'email'
        ? text('setup.title', { marketplace: manifest.label })
        : text('account.add.title');
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      closeOnClickOutside={false}
      title={title}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      {shown === null ? (
        <ChannelChoice
          onChoose={({ id }) => {
            setChosen(id);
          }}
        />
      ) : shown === 'email' ? (
        <AccountForm account={account} onDone={onClose} />
      ) : (
        manifest && (
          <MarketplaceForm
            key={manifest.id}
            manifest={manifest}
            account={account}
            onDone={onClose}
            {...(account || channel !== undefined
              ? {}
              : {
                  onBack: () => {
                    setChosen(null);
                  },
                })}
          />
        )
      )}
    </Modal>
  );
}
