// Encrypts a connection for a test and judges the certificate, so that the person can be told what is wrong with it.
import { isIP, type Socket } from 'node:net';
import { connect as connectTls, type PeerCertificate, type TLSSocket } from 'node:tls';
import { AppError, type ErrorData } from '../../../../shared/errors.ts';
import type { Server } from '../../../../shared/model/account.ts';
import { checkTrust, tlsOptions } from './server-tls.ts';

const reasons: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-host',
};

function nameOf(name: PeerCertificate['subject'] | undefined): string {
  const { CN, O } = name ?? {};
  return [CN, O]
    .flat()
    .filter((part) => part !== undefined)
    .join(', ')
    .slice(0, 200);
}

function summaryOf(certificate: PeerCertificate): NonNullable<ErrorData['detail']> {
  const names = certificate.subjectaltname?.replaceAll(/(?:DNS|IP Address):/gu, '').slice(0, 300);
  return {
    fingerprint: certificate.fingerprint256,
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    validFrom: certificate.valid_from,
    validTo: certificate.valid_to,
    ...(names === undefined ? {} : { names }),
  };
}

/** What is wrong with the certificate shown; undefined when it is verified, or is the very one that the person trusts. */
function problemOf(socket: TLSSocket, server: Server): AppError | undefined {
  try {
    checkTrust(socket, server);
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // A string code at run time, whatever the types say.
    const code = String(socket.authorizationError);
    const certificate = socket.getPeerCertificate();
    return new AppError('tls-untrusted', `The certificate of ${server.host} cannot be trusted: ${code}`, {
      cause: error,
      detail: {
        ...summaryOf(certificate),
        reason: reasons[code] ?? 'unknown-issuer',
        host: server.host,
        ...(server.trustedFingerprint === undefined ? {} : { hasChanged: true }),
      },
    });
  }
}

function handshakeError(error: Error, { host, port }: Server): AppError {
  const words = error.message.replaceAll(/\s+/gu, ' ').slice(0, 300);
  const isOldTls = /unsupported protocol|protocol version|no protocols available/iu.test(words);
  const isNotTls = /wrong version number|packet length too long|record layer|unknown protocol|http request/iu.test(
    words,
  );
  const extras = { cause: error };
  if (isOldTls) return new AppError('tls-untrusted', words, { ...extras, detail: { reason: 'old-tls', host } });
  if (isNotTls) return new AppError('unsupported', words, { ...extras, detail: { reason: 'not-tls', host, port } });
  // Whatever else OpenSSL dislikes: no common cipher, a key too short.
  if (/SSL|TLS|alert/iu.test(words) && !/disconnected|socket hang up/iu.test(words)) {
    return new AppError('tls-untrusted', words, { ...extras, detail: { reason: 'old-tls', host } });
  }
  return new AppError('offline', words, { ...extras, detail: { reason: 'dropped', host, port } });
}

/**
 * Encrypts `socket`, with TLS 1.2 or newer. Rejects with `tls-untrusted` (detail: reason, fingerprint, subject, issuer, validFrom,
 * validTo, names, and `hasChanged` when another certificate was trusted), `unsupported` (`not-tls`), `offline`. Nothing but the handshake
 * has been sent by then.
 */
export function secureSocket(
  socket: Socket,
  server: Server,
  extraCa: string | undefined,
  timeoutMs: number,
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secured = connectTls({
      // With a trusted certificate Node leaves the judgement to us; without one too, as a refused one could not be shown.
      ...tlsOptions({ ...server, trustedFingerprint: server.trustedFingerprint ?? 'none' }, extraCa),
      socket,
      host: server.host,
      ...(isIP(server.host) === 0 ? { servername: server.host } : {}),
    });
    const fail = (error: AppError): void => {
      clearTimeout(timer);
      secured.on('error', () => undefined);
      secured.destroy();
      socket.destroy();
      reject(error);
    };
    const timer = setTimeout(() => {
      fail(
        new AppError('offline', 'The server does not finish the TLS handshake', {
          detail: { reason: 'timeout', host: server.host },
        }),
      );
    }, timeoutMs);
    const onError = (error: Error): void => {
      fail(error instanceof AppError ? error : handshakeError(error, server));
    };
    const onClose = (): void => {
      onError(new Error('The connection was closed during the handshake'));
    };
    secured.once('error', onError);
    secured.once('close', onClose);
    secured.once('secureConnect', () => {
      secured.off('error', onError);
      secured.off('close', onClose);
      const problem = problemOf(secured, server);
      if (problem !== undefined) {
        fail(problem);
        return;
      }
      clearTimeout(timer);
      resolve(secured);
    });
  });
}
