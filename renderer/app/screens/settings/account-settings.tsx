// The accounts with what each is doing, to change or to remove.
import { Alert, Button, Group, Text } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useRef, useState } from 'react';
import type { Account } from '../../../../shared/model/account.ts';
import type { SyncState } from '../../../../shared/model/sync-state.ts';
import { attempt } from '../../actions/notices.tsx';
import { removeAccount } from '../../actions/remove-account.ts';
import { runActionById } from '../../actions/registry.ts';
import { useCounters } from '../../reads/use-counters.ts';
import { useSyncStates } from '../../reads/use-sync-states.ts';
import { useUnsentCount } from '../../reads/use-unsent-count.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { accountErrorText } from '../../text/error-text.ts';
import { useText, type Text as Sentences } from '../../text/use-text.ts';
import { InitialsAvatar } from '../../ui/initials-avatar.tsx';
import classes from './settings.module.css';

export function AccountSettings() {
  const desk = useDesk();
  const text = useText();
  const accounts = useCellPart(desk.app, (app) => app.accounts);
  const isDemo = useCellPart(desk.app, (app) => app.mode === 'demo');
  const states = useSyncStates() ?? [];
  return (
    <div>
      {accounts.map((account) => (
        <AccountLine
          key={account.id}
          account={account}
          state={states.find((state) => state.accountId === account.id)}
          isFixed={isDemo}
        />
      ))}
      {isDemo ? (
        <Text size="sm" c="dimmed" mt="md">
          {text('settings.accounts.demo')}
        </Text>
      ) : (
        <Button
          mt="md"
          variant="light"
          leftSection={<IconPlus size={16} />}
          onClick={() => {
            runActionById(desk, 'add-account');
          }}
        >
          {text('settings.accounts.add')}
        </Button>
      )}
    </div>
  );
}

function AccountLine(props: { account: Account; state: SyncState | undefined; isFixed: boolean }) {
  const { account, state, isFixed } = props;
  const desk = useDesk();
  const text = useText();
  const messageCount = useCounters()?.of(`account/${account.id}`) ?? 0;
  const unsentCount = useUnsentCount(account.id) ?? 0;
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const removeButton = useRef<HTMLButtonElement>(null);
  const remove = async (): Promise<void> => {
    setBusy(true);
    await attempt(removeAccount(desk, account.id));
    setBusy(false);
    setAsking(false);
  };
  return (
    <>
      <div className={classes['account']}>
        <InitialsAvatar name={account.label} colourKey={account.id} />
        <div className={classes['accountWords']}>
          <Text size="sm" fw={600} truncate>
            {account.label}
          </Text>
          <Text size="xs" c="dimmed">
            {[stateLine(text, account.channel, state), text('list.messages', { count: messageCount })].join(' · ')}
          </Text>
        </div>
        {!isFixed && (
          <Group gap={6} wrap="nowrap">
            {(account.email ?? account.fields) && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  desk.overlay.set({ kind: 'edit-account', accountId: account.id });
                }}
              >
                {text('settings.accounts.edit')}
              </Button>
            )}
            <Button
              ref={removeButton}
              size="compact-sm"
              variant="subtle"
              color="red"
              onClick={() => {
                setAsking(true);
              }}
            >
              {text('settings.accounts.remove')}
            </Button>
          </Group>
        )}
      </div>
      {isAsking && (
        <Alert color="red" mt="xs" title={text('settings.accounts.removeSure', { account: account.label })}>
          <Text size="sm">{text('settings.accounts.removeBody')}</Text>
          {unsentCount > 0 && (
            <Text size="sm" fw={600} mt={4}>
              {text('erase.unsent', { count: unsentCount })}
            </Text>
          )}
          <Group mt="sm" gap="xs">
            <Button size="xs" color="red" loading={isBusy} onClick={() => void remove()}>
              {text('settings.accounts.removeDo')}
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={isBusy}
              onClick={() => {
                setAsking(false);
                removeButton.current?.focus();
              }}
            >
              {text('dialog.cancel')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
}

function stateLine(text: Sentences, channel: string, state: SyncState | undefined): string {
  switch (state?.phase) {
    case undefined:
    case 'connecting':
      return text('sync.connecting');
    case 'fetching':
      return text('sync.progress', { done: text.number(state.doneCount), total: text.number(state.totalCount) });
    case 'idle':
      return text('sync.upToDate');
    case 'waiting':
    case 'asking':
      return text(accountErrorText(state.error?.code ?? 'bug', channel).what);
  }
}
