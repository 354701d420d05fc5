// The steps of a connection test as they happen, and for the one that failed what to do.
import { Loader, Text } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import type { ConnectionStep } from '../../../../shared/model/discovery.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { InSight } from '../../ui/in-sight.tsx';
import { adviceFor, apiAdviceFor } from './step-advice.ts';
import classes from './accounts.module.css';

const mailOrder = ['dns', 'connect', 'tls', 'greeting', 'login', 'use'] as const;
const apiOrder = ['connect', 'login', 'use'] as const;
const stepTitle: Readonly<Record<ConnectionStep['step'], TextId>> = {
  dns: 'step.dns',
  connect: 'step.connect',
  tls: 'step.tls',
  greeting: 'step.greeting',
  login: 'step.login',
  use: 'step.use',
};
const serverTitle = { imap: 'account.imap', smtp: 'account.smtp', api: 'account.api' } as const;
type ServerName = ConnectionStep['server'];

export function ConnectionSteps(props: {
  steps: readonly ConnectionStep[];
  isRunning: boolean;
  /** Logged in to with the token of a sign-in. */
  isSignIn?: boolean;
  /** A marketplace in place of two mail servers: its own advice, where it has some. */
  api?: { label: string; advice: (step: ConnectionStep) => string | undefined };
}) {
  const { steps, isRunning, isSignIn = false, api } = props;
  const servers: readonly ServerName[] = api ? ['api'] : ['imap', 'smtp'];
  const order = api ? apiOrder : mailOrder;
  const text = useText();
  const failures = steps.filter((step) => step.result === 'failed');
  // A wrong password fails on both servers: said once.
  const alike = failures.length > 1 && new Set(failures.map((step) => adviceFor(step, isSignIn))).size === 1;
  const failed = alike ? failures.slice(0, 1) : failures;
  return (
    <div>
      <div className={classes['servers']} aria-live="polite">
        {servers.map((server) => {
          const mine = steps.filter((step) => step.server === server);
          const isAtIt = isRunning && !mine.some((step) => step.result === 'failed');
          const next = order.find((name) => !mine.some((step) => step.step === name));
          return (
            <section key={server}>
              <Text size="xs" fw={650} mb={4}>
                {api ? api.label : text(serverTitle[server])}
              </Text>
              <ol className={classes['steps']}>
                {order.map((name) => {
                  const step = mine.find((each) => each.step === name);
                  const state = step?.result ?? (isAtIt && name === next ? 'running' : 'waiting');
                  return (
                    <li key={name} data-state={state}>
                      <span className={classes['stepMark']}>
                        <StepMark state={state} label={text(`step.state.${state}`)} />
                      </span>
                      {text(api && name === 'use' ? 'step.readMessages' : stepTitle[name])}
                      {step?.result === 'ok' && (
                        <Text span size="xs" c="dimmed" ml="auto">
                          {text.number(Math.round(step.tookMs))} ms
                        </Text>
                      )}
                    </li>
                  );
                })}
              </ol>
            </section>
          );
        })}
      </div>
      {failed.map((step) => (
        <InSight key={step.server}>
          <div className={classes['advice']} role="alert">
            <Text size="sm" fw={600}>
              {text('step.failed', {
                server: alike
                  ? `${text(serverTitle.imap)}, ${text(serverTitle.smtp)}`
                  : (api?.label ?? text(serverTitle[step.server])),
                step: text(api && step.step === 'use' ? 'step.readMessages' : stepTitle[step.step]),
              })}
            </Text>
            <Text size="sm">
              {api
                ? (api.advice(step) ?? text(apiAdviceFor(step), { marketplace: api.label }))
                : text(adviceFor(step, isSignIn))}
            </Text>
            {/* who is not reached has said nothing */}
            {step.error && step.error.message !== '' && !(api && step.step === 'connect') && (
              <Text size="xs" c="dimmed" mt={4} className={classes['serverWords'] ?? ''}>
                {text('error.serverSaid', { words: step.error.message })}
              </Text>
            )}
          </div>
        </InSight>
      ))}
    </div>
  );
}

function StepMark({ state, label }: { state: ConnectionStep['result'] | 'running' | 'waiting'; label: string }) {
  switch (state) {
    case 'ok':
      return <IconCheck size={14} stroke={2.2} role="img" aria-label={label} />;
    case 'failed':
      return <IconX size={14} stroke={2.2} role="img" aria-label={label} />;
    case 'running':
      return <Loader size={12} aria-label={label} />;
    case 'skipped':
    case 'waiting':
      return <IconMinus size={14} stroke={1.6} role="img" aria-label={label} />;
  }
}
