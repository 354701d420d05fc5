// The e-mail connector: IMAP to receive, SMTP to send.
import { AppError } from '../../../../shared/errors.ts';
import type { Connector } from '../connector.ts';
import { testConnection } from './connection-test.ts';
import { discoverServers } from './discovery/discover-servers.ts';
import { networkDiscoveryDeps } from './discovery/network-deps.ts';
import { freezeReply } from './freeze.ts';
import { emailManifest } from './manifest.ts';
import { openSession } from './session.ts';
import { signInToMail } from './sign-in.ts';

export const emailConnector: Connector = {
  manifest: emailManifest,
  open: openSession,
  freeze: freezeReply,
  discover: (address, _deps, signal) => discoverServers(address, networkDiscoveryDeps(), signal),
  signIn: signInToMail,
  test: ({ servers, address, secrets }, deps, onStep, signal) => {
    if (!servers) throw new AppError('bad-data', 'The account has no mail servers');
    return testConnection({ servers, address, secrets }, deps, onStep, signal);
  },
};
