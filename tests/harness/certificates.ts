// Certificates for test servers on loopback: one good, and one for each way in which a certificate can be bad.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate and its key, as PEM files. */
export interface Certificate {
  readonly certFile: string;
  readonly keyFile: string;
  readonly cert: string;
  readonly key: string;
}

export const certificateKinds = ['good', 'wrongHost', 'expired', 'selfSigned', 'unknownIssuer'] as const;
export type CertificateKind = (typeof certificateKinds)[number];

export interface Certificates extends Readonly<Record<CertificateKind, Certificate>> {
  /** The authority that signed `good`, `wrongHost` and `expired`; clients are to trust this and nothing else. */
  readonly caFile: string;
  readonly ca: string;
}

const hereNames = 'DNS:localhost,IP:127.0.0.1';

function openssl(folder: string, ...args: string[]): void {
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
}

function makeKey(folder: string, name: string): void {
  openssl(folder, 'ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', `${name}.key`);
  // The mail server may run as another user than the test.
  chmodSync(join(folder, `${name}.key`), 0o644);
}

function makeAuthority(folder: string, name: string, commonName: string): void {
  makeKey(folder, name);
  const extensions = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'];
  openssl(folder, 'req', '-x509', '-key', `${name}.key`, '-out', `${name}.pem`, '-days', '3650', '-subj', `/CN=${commonName}`,
    ...extensions.flatMap((extension) => ['-addext', extension])); // prettier-ignore
}

interface Wanted {
  commonName: string;
  names: string;
  authority: string;
  days: number;
}

function makeSigned(folder: string, name: string, wanted: Wanted): void {
  makeKey(folder, name);
  writeFileSync(
    join(folder, `${name}.ext`),
    `subjectAltName=${wanted.names}\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n`,
  );
  openssl(folder, 'req', '-new', '-key', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${wanted.commonName}`);
  openssl(folder, 'x509', '-req', '-in', `${name}.csr`, '-out', `${name}.pem`, '-days', String(wanted.days),
    '-CA', `${wanted.authority}.pem`, '-CAkey', `${wanted.authority}.key`, '-CAcreateserial', '-extfile', `${name}.ext`); // prettier-ignore
}

/**
 * Makes an authority and certificates for `localhost` and `127.0.0.1` in `folder` (about 0.2 s).
 *
 * `wrongHost` names another host, `expired` ended yesterday, `selfSigned` has no issuer but itself, `unknownIssuer` comes
 * from an authority that `caFile` does not hold. Needs the `openssl` command.
 */
export function makeCertificates(folder: string): Certificates {
  mkdirSync(folder, { recursive: true });
  makeAuthority(folder, 'ca', 'Defter Test Authority');
  makeAuthority(folder, 'stranger', 'Stranger Authority');
  makeSigned(folder, 'good', { commonName: 'localhost', names: hereNames, authority: 'ca', days: 825 });
  makeSigned(folder, 'wrongHost', {
    commonName: 'other.example',
    names: 'DNS:other.example',
    authority: 'ca',
    days: 825,
  });
  makeSigned(folder, 'expired', { commonName: 'localhost', names: hereNames, authority: 'ca', days: -1 });
  makeSigned(folder, 'unknownIssuer', { commonName: 'localhost', names: hereNames, authority: 'stranger', days: 825 });
  makeKey(folder, 'selfSigned');
  openssl(folder, 'req', '-x509', '-key', 'selfSigned.key', '-out', 'selfSigned.pem', '-days', '825',
    '-subj', '/CN=localhost', '-addext', `subjectAltName=${hereNames}`); // prettier-ignore
  const read = (kind: CertificateKind): Certificate => {
    const certFile = join(folder, `${kind}.pem`);
    const keyFile = join(folder, `${kind}.key`);
    return { certFile, keyFile, cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
  };
  const caFile = join(folder, 'ca.pem');
  return {
    caFile,
    ca: readFileSync(caFile, 'utf8'),
    good: read('good'),
    wrongHost: read('wrongHost'),
    expired: read('expired'),
    selfSigned: read('selfSigned'),
    unknownIssuer: read('unknownIssuer'),
  };
}
