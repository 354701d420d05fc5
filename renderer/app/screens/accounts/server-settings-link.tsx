// From asking for a secret to the whole form of the account.
import { Anchor } from '@mantine/core';
import type { AccountId } from '../../../../shared/model/ids.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

export function ServerSettingsLink({ accountId }: { accountId: AccountId }) {
  const desk = useDesk();
  const text = useText();
  return (
    <Anchor
      component="button"
      type="button"
      size="xs"
      onClick={() => {
        desk.overlay.set({ kind: 'edit-account', accountId });
      }}
    >
      {text('password.settings')}
    </Anchor>
  );
}
