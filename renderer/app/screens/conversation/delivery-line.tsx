// What became of a reply, told honestly: counting down, waiting, on its way, refused with the server's words, or not known.
import { Button, Group, Loader, Text } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconChecks from '@tabler/icons-react/dist/esm/icons/IconChecks.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconCloudOff from '@tabler/icons-react/dist/esm/icons/IconCloudOff.mjs';
import type { ReactNode } from 'react';
import type { ManifestRow, OutboxRow } from '../../../database/rows.ts';
import { isSignInMissing } from '../../../../shared/error-policy.ts';
import type { SyncState } from '../../../../shared/model/sync-state.ts';
import { attempt } from '../../actions/notices.tsx';
import { useManifests } from '../../reads/use-manifests.ts';
import { useSyncStates } from '../../reads/use-sync-states.ts';
import { useDesk } from '../../state/desk.ts';
import { useReadOnly } from '../../state/read-only.ts';
import { accountErrorText } from '../../text/error-text.ts';
import { useText } from '../../text/use-text.ts';
import classes from './conversation.module.css';
import { Trouble } from './trouble.tsx';
import { useSecond } from './use-second.ts';

type PlainText = 'delivery.sending' | 'delivery.accepted' | 'delivery.moderated' | 'delivery.sent';

export function DeliveryLine({ reply }: { reply: OutboxRow }) {
  const isCounting = reply.state === 'queued';
  const now = useSecond(isCounting);
  const manifest = useManifests()?.get(reply.channel ?? 'email');
  const isChecked = manifest?.capabilities.moderated === true;
  switch (reply.state) {
    case 'queued':
      return reply.attempts === 0 && reply.notBeforeAt > now ? (
        <Countdown reply={reply} secondsLeft={Math.ceil((reply.notBeforeAt - now) / 1000)} />
      ) : (
        <Waiting reply={reply} now={now} />
      );
    case 'claimed':
    case 'inflight':
      return <Plain icon={<Loader size={12} />} id="delivery.sending" />;
    case 'accepted':
      return <Plain icon={<IconCheck size={14} />} id={isChecked ? 'delivery.moderated' : 'delivery.accepted'} />;
    case 'filed':
      return <Plain icon={<IconChecks size={14} />} id={filedText(manifest)} />;
    case 'ambiguous':
      return <Ambiguous reply={reply} />;
    case 'failed':
      return <Failed reply={reply} />;
    case 'cancelled':
      return null;
  }
}

/** A copy in Sent is a thing of mail; a marketplace that checks answers first has not shown it yet. */
function filedText(manifest: ManifestRow | undefined) {
  if (manifest?.capabilities.moderated === true) return 'delivery.moderated';
  return manifest && manifest.accountFields.length > 0 ? 'delivery.accepted' : 'delivery.sent';
}

function Plain({ icon, id }: { icon: ReactNode; id: PlainText }) {
  const text = useText();
  return (
    <Group gap={5} className={classes['delivery']} role="status">
      {icon}
      <Text size="xs">{text(id)}</Text>
    </Group>
  );
}

function Countdown({ reply, secondsLeft }: { reply: OutboxRow; secondsLeft: number }) {
  const text = useText();
  const desk = useDesk();
  return (
    <Group gap={8} className={classes['delivery']}>
      <IconClock size={14} aria-hidden />
      <Text size="xs">{text('delivery.countdown', { count: secondsLeft })}</Text>
      <Choice words="delivery.takeBack" onChoose={() => desk.store.cancelSend({ outboxId: reply.id })} isQuiet />
    </Group>
  );
}

function Waiting({ reply, now }: { reply: OutboxRow; now: number }) {
  const text = useText();
  const desk = useDesk();
  const account = useSyncStates()?.find(({ accountId }) => accountId === reply.accountId);
  const words = waitingWords(reply, account);
  const retryAt = reply.notBeforeAt > now ? reply.notBeforeAt : account?.retryAt;
  return (
    <Group gap={8} className={classes['delivery']} role="status">
      <IconCloudOff size={14} aria-hidden />
      <Text size="xs">
        {text(words)}
        {retryAt !== undefined &&
          retryAt > now &&
          words !== 'delivery.waitingPerson' &&
          ` ${text('delivery.nextTry', { count: Math.ceil((retryAt - now) / 1000) })}`}
      </Text>
      <Choice words="delivery.tryNow" onChoose={() => desk.store.syncNow({ accountId: reply.accountId })} isQuiet />
      <Choice words="delivery.takeBack" onChoose={() => desk.store.cancelSend({ outboxId: reply.id })} isQuiet />
    </Group>
  );
}

function waitingWords(reply: OutboxRow, account: SyncState | undefined) {
  const code = reply.error?.code ?? (account?.phase === 'waiting' ? account.error?.code : undefined);
  if (code === 'offline') return 'delivery.waitingNetwork';
  if (code === 'server-busy') return 'delivery.waitingServer';
  if (account?.phase === 'asking' || isSignInMissing(reply.error)) return 'delivery.waitingPerson';
  return 'delivery.waiting';
}

function Ambiguous({ reply }: { reply: OutboxRow }) {
  const text = useText();
  const desk = useDesk();
  const decide = (decision: 'was-sent' | 'send-again') => desk.store.resolveAmbiguous({ outboxId: reply.id, decision });
  return (
    <Trouble
      what={text('delivery.ambiguous.what')}
      actions={
        <>
          <Choice words="delivery.ambiguous.wasSent" onChoose={() => decide('was-sent')} />
          <Choice words="delivery.ambiguous.sendAgain" onChoose={() => decide('send-again')} />
        </>
      }
    >
      <Text size="xs">{text('delivery.ambiguous.next')}</Text>
    </Trouble>
  );
}

function Failed({ reply }: { reply: OutboxRow }) {
  const text = useText();
  const desk = useDesk();
  const { what, next } = accountErrorText(reply.error?.code ?? 'refused', reply.channel ?? 'email');
  return (
    <Trouble
      what={`${text('delivery.failed')} ${text(what)}`}
      actions={
        <>
          <Choice words="delivery.retry" onChoose={() => desk.store.retrySend({ outboxId: reply.id })} />
          <Choice words="delivery.edit" onChoose={() => desk.store.editFailed({ outboxId: reply.id })} />
        </>
      }
    >
      <Text size="xs">{text(next)}</Text>
      {reply.error && (
        <Text size="xs" c="dimmed">
          {text('error.serverSaid', { words: reply.error.message })}
        </Text>
      )}
    </Trouble>
  );
}

interface ChoiceProps {
  words:
    | 'delivery.ambiguous.wasSent'
    | 'delivery.ambiguous.sendAgain'
    | 'delivery.retry'
    | 'delivery.edit'
    | 'delivery.tryNow'
    | 'delivery.takeBack';
  onChoose: () => Promise<unknown>;
  isQuiet?: boolean;
}

function Choice({ words, onChoose, isQuiet = false }: ChoiceProps) {
  const text = useText();
  if (useReadOnly()) return null;
  return (
    <Button size="compact-xs" variant={isQuiet ? 'subtle' : 'default'} onClick={() => void attempt(onChoose())}>
      {text(words)}
    </Button>
  );
}
