// What sync is doing, per account: fetching with counts, waiting with the reason, or asking for something.
import { Anchor, Progress, Text } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCloudOff from '@tabler/icons-react/dist/esm/icons/IconCloudOff.mjs';
import type { Account } from '../../../../shared/model/account.ts';
import { freeBytesOf, leastFreeBytes } from '../../../../shared/low-disk.ts';
import type { SyncState } from '../../../../shared/model/sync-state.ts';
import { runActionById } from '../../actions/registry.ts';
import { useSyncStates } from '../../reads/use-sync-states.ts';
import { attempt } from '../../actions/notices.tsx';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import type { Overlay } from '../../state/overlay.ts';
import { accountErrorText } from '../../text/error-text.ts';
import { sizeText } from '../../text/size.ts';
import { comingTime } from '../../text/time.ts';
import { useText } from '../../text/use-text.ts';
import classes from './sync-status.module.css';

/** Only what differs from "all is well" is shown; fetching over a handful of messages, too. */
export function SyncStatus() {
  const desk = useDesk();
  const accounts = useCellPart(desk.app, (app) => app.accounts);
  const states = useSyncStates() ?? [];
  const shown = states.flatMap((state) => {
    const account = accounts.find((each) => each.id === state.accountId);
    return account && state.phase !== 'idle' && state.phase !== 'connecting' ? [{ state, account }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <div className={classes['status']}>
      {shown.map(({ state, account }) =>
        state.phase === 'fetching' ? (
          <Fetching key={account.id} state={state} account={account} isOnly={accounts.length === 1} />
        ) : typeof state.error?.detail?.['userCode'] === 'string' ? (
          <SigningIn key={account.id} account={account} code={state.error.detail['userCode']} url={urlIn(state)} />
        ) : (
          <Trouble key={account.id} state={state} account={account} />
        ),
      )}
    </div>
  );
}

function Fetching({ state, account, isOnly }: { state: SyncState; account: Account; isOnly: boolean }) {
  const text = useText();
  const { doneCount, totalCount } = state;
  const line =
    totalCount > 0
      ? text('sync.progress', { done: text.number(doneCount), total: text.number(totalCount) })
      : text('sync.looking');
  return (
    <div className={classes['account']}>
      {!isOnly && (
        <Text size="xs" fw={600} truncate>
          {account.label}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {line}
      </Text>
      {totalCount > 0 && (
        <Progress
          value={(100 * doneCount) / totalCount}
          size={4}
          mt={5}
          transitionDuration={0}
          aria-label={text('sync.label', { account: account.label })}
        />
      )}
    </div>
  );
}

function urlIn({ error }: SyncState): string | undefined {
  const url = error?.detail?.['signInUrl'];
  return typeof url === 'string' && url.startsWith('https://') ? url : undefined;
}

/** The person is signing in on the other side's page. */
function SigningIn({ account, code, url }: { account: Account; code: string; url: string | undefined }) {
  const desk = useDesk();
  const text = useText();
  return (
    <div className={classes['account']} role="status">
      <Text size="xs" fw={600} truncate>
        {account.label}
      </Text>
      <Text size="xs" c="dimmed" lh={1.4}>
        {text('sync.signIn', { code })}{' '}
        {url !== undefined && (
          <Anchor component="button" type="button" size="xs" onClick={() => void attempt(desk.main.openLink({ url }))}>
            {text('sync.signIn.open')}
          </Anchor>
        )}
      </Text>
    </div>
  );
}

function Trouble({ state, account }: { state: SyncState; account: Account }) {
  const desk = useDesk();
  const text = useText();
  const code = state.error?.code ?? 'bug';
  const isOffline = code === 'offline';
  const freeBytes = freeBytesOf(state.error);
  const todo = ((): { words: string; overlay?: Overlay; action?: string } => {
    if (code === 'auth-failed' || code === 'auth-expired') {
      const password = account.email ? 'sync.givePassword' : 'sync.giveKeys';
      const isSignIn = account.email ? account.email.signIn !== undefined : code === 'auth-expired';
      return {
        words: text(isSignIn ? 'signIn.again' : password),
        overlay: { kind: 'give-password', accountId: account.id },
      };
    }
    if (state.phase === 'asking') {
      return { words: text('sync.checkSettings'), overlay: { kind: 'edit-account', accountId: account.id } };
    }
    return { words: text('sync.tryNow'), action: 'sync-now' };
  })();
  const Icon = isOffline ? IconCloudOff : IconAlertTriangle;
  return (
    <div className={classes['account']} role="status">
      <Text size="xs" fw={600} className={classes['line'] ?? ''}>
        <Icon
          size={14}
          stroke={1.8}
          aria-hidden="true"
          className={classes[state.phase === 'asking' ? 'bad' : 'patient']}
        />
        <span className="visually-truncated">{account.label}</span>
      </Text>
      <Text size="xs" c="dimmed" lh={1.4}>
        {freeBytes === undefined
          ? text(accountErrorText(code, account.channel).what)
          : text('sync.lowDisk', {
              free: sizeText(freeBytes, text.locale),
              least: sizeText(leastFreeBytes, text.locale),
            })}{' '}
        {state.retryAt !== undefined && state.phase === 'waiting' && (
          <>{text('sync.retryAt', { time: comingTime(state.retryAt, state.changedAt, text.locale) })} </>
        )}
        <Anchor
          component="button"
          type="button"
          size="xs"
          onClick={() => {
            if (todo.overlay) desk.overlay.set(todo.overlay);
            else if (todo.action !== undefined) runActionById(desk, todo.action);
          }}
        >
          {todo.words}
        </Anchor>
      </Text>
    </div>
  );
}
