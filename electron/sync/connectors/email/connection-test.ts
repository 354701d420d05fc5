// Tries the servers of an account step by step, so that the person can be told which step failed and why.
import { AppError, throwIfCancelled } from '../../../../shared/errors.ts';
import type { ConnectionReport, ConnectionStep } from '../../../../shared/model/discovery.ts';
import type { EmailServers } from '../../../../shared/model/account.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';
import type { TestDeps } from '../connector.ts';
import { connectImap } from './imap-client.ts';
import { openDialogue, stepOrder, type ProbeLimits } from './probe-connect.ts';
import { askForLogins, imapOpening, openInbox } from './probe-imap.ts';
import { logInToSmtp, logInWithToken, smtpOpening, tryAsSender } from './probe-smtp.ts';
import { runSteps, type Steps } from './probe-steps.ts';
import { withMailToken, type TokenDeps } from './sign-in.ts';

/** The servers and the login to try. */
export interface MailQuestion {
  servers: EmailServers;
  address: string;
  secrets: Secrets;
}

const defaultLimits: ProbeLimits = { connectMs: 20_000, answerMs: 15_000 };

/** Providers' own words for "not with this password", and what to do about it. */
const tokenWords = /basic auth\w* is disabled|5\.7\.139|oauth.{0,40}required/iu;
const hints: readonly [RegExp, string][] = [
  [/application-specific password|app(?:lication)?[ -]password|uygulama (?:şifresi|parolası)/iu, 'app-password'],
  [/imap (?:access )?is (?:currently )?(?:disabled|not enabled)|not enabled for imap|enable imap/iu, 'enable-imap'],
];

/** Reads a refused login more closely: `unsupported` where no password would do, else with the hint that its words give. */
async function readRefusal<Value>(login: () => Promise<Value>, prefersTokens: boolean): Promise<Value> {
  try {
    return await login();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'auth-failed') throw error;
    if (prefersTokens || tokenWords.test(error.message)) {
      throw new AppError('unsupported', error.message, { cause: error, detail: { reason: 'oauth-only' } });
    }
    const hint = hints.find(([words]) => words.test(error.message))?.[1];
    if (hint === undefined) throw error;
    throw new AppError('auth-failed', error.message, { cause: error, detail: { ...error.detail, hint } });
  }
}

function checkCredentials({ servers: { userName, signIn }, secrets }: MailQuestion): void {
  const password = signIn ? '-' : (secrets['password'] ?? '');
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const hasControls = /[\u0000-\u001f\u007f]/u.test(userName + password);
  if (hasControls || password === '') throw new AppError('bad-data', 'The user name or the password cannot be sent');
}

/**
 * Tries IMAP and SMTP at the same time. `onStep` hears of each step as it ends; with STARTTLS the greeting comes before tls. A
 * failure is part of the report: `offline` (detail.reason: unknown-host, connection-refused, timeout, dropped, unreachable,
 * no-network), `tls-untrusted` (see connectionStepSchema), `unsupported` (oauth-only, no-login, not-tls, wrong-protocol), `auth-failed`
 * (detail.hint: app-password, enable-imap), `server-busy`, `refused`, each with the server's words. A password is sent only on a line whose
 * certificate is verified or trusted by the person, once to each server; no mail is sent. Rejects with `cancelled`.
 */
export async function testConnection(
  question: MailQuestion,
  deps: TestDeps,
  onStep: (step: ConnectionStep) => void,
  signal: AbortSignal,
  limits: ProbeLimits = defaultLimits,
): Promise<ConnectionReport> {
  throwIfCancelled(signal);
  const { servers, address } = question;
  const { signIn } = servers;
  const { answerMs } = limits;
  // both servers share the token; one that was renewed goes on from here
  let { secrets } = question;
  const tokens: TokenDeps & TestDeps = {
    ...deps,
    credential: () => Promise.resolve(secrets),
    async keepSecrets(renewed) {
      secrets = { ...secrets, ...renewed };
      await deps.keepSecrets(renewed);
    },
  };

  const tryImap = async (steps: Steps): Promise<void> => {
    const dialogue = await openDialogue(servers.imap, imapOpening, deps, limits, steps, signal);
    const connection = await steps.run('login', async () => {
      try {
        checkCredentials(question);
        const { prefersTokens } = await askForLogins(dialogue, signIn !== undefined, answerMs);
        // Hosts allow few connections at once: this one ends before the client opens its own.
        dialogue.socket.destroy();
        return await readRefusal(() => connectImap(servers, tokens, signal), prefersTokens && !signIn);
      } finally {
        dialogue.socket.destroy();
      }
    });
    await steps.run('use', () => openInbox(connection));
  };

  const trySmtp = async (steps: Steps): Promise<void> => {
    const dialogue = await openDialogue(servers.smtp, smtpOpening, deps, limits, steps, signal);
    try {
      await steps.run('login', async () => {
        checkCredentials(question);
        if (!signIn) {
          const { password = '' } = question.secrets;
          await readRefusal(() => logInToSmtp(dialogue, servers.userName, password, answerMs), false);
          return;
        }
        const logIn = (token: string) => logInWithToken(dialogue, servers.userName, token, answerMs);
        await withMailToken(signIn, tokens, logIn, signal);
      });
      await steps.run('use', () => tryAsSender(dialogue, address, answerMs));
    } finally {
      dialogue.socket.end();
      dialogue.socket.destroySoon();
    }
  };

  const [imap, smtp] = await Promise.allSettled([
    runSteps('imap', stepOrder(servers.imap), deps.now, onStep, tryImap),
    runSteps('smtp', stepOrder(servers.smtp), deps.now, onStep, trySmtp),
  ]);
  throwIfCancelled(signal);
  if (imap.status === 'rejected') throw imap.reason;
  if (smtp.status === 'rejected') throw smtp.reason;
  const steps = [...imap.value, ...smtp.value];
  return { isOk: steps.every(({ result }) => result !== 'failed'), steps };
}
