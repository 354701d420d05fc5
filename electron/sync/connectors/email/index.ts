// The e-mail connector: IMAP to receive, SMTP to send.
import type { Connector } from '../connector.ts';
import { freezeReply } from './freeze.ts';
import { emailManifest } from './manifest.ts';
import { openSession } from './session.ts';

export const emailConnector: Connector = {
  manifest: emailManifest,
  open: openSession,
  freeze: freezeReply,
};
