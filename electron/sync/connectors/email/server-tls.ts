// How the servers of an account are trusted: TLS options, extra authorities, and certificates a person chose to trust.
import { createSecureContext, rootCertificates, TLSSocket, type ConnectionOptions, type SecureContext } from 'node:tls';
import * as tls from 'node:tls';
import { AppError } from '../../../../shared/errors.ts';
import type { Server } from '../../../../shared/model/account.ts';

const minVersion = 'TLSv1.2';

/** The operating system's authorities where Node can tell them (22.15 and later): companies and virus scanners put theirs there. */
function systemCertificates(): readonly string[] {
  const list: unknown = Reflect.get(tls, 'getCACertificates');
  return typeof list === 'function' ? (list as (kind: 'system') => string[])('system') : [];
}

const contexts = new Map<string, SecureContext>();

/** Contexts are kept: reading some 150 certificates takes 20 ms. */
function contextFor(extraCa: string | undefined): SecureContext {
  const key = extraCa ?? '';
  const known = contexts.get(key);
  if (known !== undefined) return known;
  const ca = [...rootCertificates, ...systemCertificates(), ...(extraCa === undefined ? [] : [extraCa])];
  const context = createSecureContext({ ca, minVersion });
  contexts.set(key, context);
  return context;
}

/**
 * Options for `tls.connect`. With a certificate that the person trusts, Node does not refuse by itself: then {@link checkTrust} must
 * be called before any secret is sent.
 */
export function tlsOptions(server: Server, extraCa: string | undefined): ConnectionOptions {
  return {
    minVersion,
    secureContext: contextFor(extraCa),
    rejectUnauthorized: server.trustedFingerprint === undefined,
  };
}

const plain = (fingerprint: string): string => fingerprint.replaceAll(':', '').toLowerCase();

/**
 * Passes a connection that is encrypted and either verified or shows the very certificate that was trusted.
 * @throws AppError `tls-untrusted`
 */
export function checkTrust(socket: unknown, server: Server): void {
  if (server.security === 'none') return;
  if (!(socket instanceof TLSSocket)) {
    throw new AppError('tls-untrusted', 'The connection is not encrypted', { detail: { reason: 'no-starttls' } });
  }
  if (socket.authorized) return;
  const { fingerprint256 } = socket.getPeerCertificate();
  if (server.trustedFingerprint !== undefined && plain(fingerprint256) === plain(server.trustedFingerprint)) return;
  throw new AppError(
    'tls-untrusted',
    `Another certificate than the trusted one: ${String(socket.authorizationError)}`,
    {
      detail: { reason: 'unknown-issuer', fingerprint: fingerprint256 },
    },
  );
}

/** Whether the host is this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** @throws AppError `tls-untrusted` for a server without encryption, unless it is on this machine and developer settings allow it */
export function checkSecurity(server: Server, allowsPlaintextOnLoopback: boolean): void {
  if (server.security !== 'none' || (allowsPlaintextOnLoopback && isLoopback(server.host))) return;
  throw new AppError('tls-untrusted', `${server.host} is set up without encryption`, {
    detail: { reason: 'no-starttls' },
  });
}
