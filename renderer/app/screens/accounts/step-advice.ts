// What to do about a step of a connection test that failed, in plain words.
import type { ConnectionStep } from '../../../../shared/model/discovery.ts';
import { errorText } from '../../text/error-text.ts';
import type { TextId } from '../../text/texts.ts';

const byReason: Readonly<Partial<Record<string, TextId>>> = {
  'self-signed': 'advice.selfSigned',
  expired: 'advice.expired',
  'wrong-host': 'advice.wrongHost',
  'unknown-issuer': 'advice.unknownIssuer',
  'no-starttls': 'advice.noStarttls',
  'old-tls': 'advice.oldTls',
  'oauth-only': 'advice.oauthOnly',
  'no-token-login': 'advice.noTokenLogin',
};

export function adviceFor(step: ConnectionStep, isSignIn: boolean): TextId {
  const code = step.error?.code ?? 'bug';
  const byItself = byReason[String(step.error?.detail?.['reason'])];
  if (code === 'tls-untrusted') return byItself ?? 'advice.tls';
  if (code === 'unsupported' && byItself) return byItself;
  if (code === 'auth-failed' && isSignIn) return 'advice.otherMailbox';
  if (code === 'auth-failed' || code === 'server-busy' || code === 'cancelled') return errorText(code).next;
  switch (step.step) {
    case 'dns':
      return 'advice.dns';
    case 'connect':
      return 'advice.connect';
    case 'tls':
      return 'advice.tls';
    case 'greeting':
      return 'advice.greeting';
    case 'login':
      return 'advice.login';
    case 'use':
      return 'advice.use';
  }
}

/** The same of a marketplace, where its own guide says nothing: it has keys and an address of the internet, no ports and no mailbox. */
export function apiAdviceFor({ error, step }: ConnectionStep): TextId {
  switch (error?.code) {
    case 'auth-failed':
    case 'auth-expired':
      return 'advice.api.keys';
    case 'server-busy':
      return 'advice.api.busy';
    case 'tls-untrusted':
      return 'advice.api.tls';
    case 'cancelled':
      return errorText('cancelled').next;
    default:
      return step === 'connect' ? 'advice.api.connect' : 'advice.api.use';
  }
}
