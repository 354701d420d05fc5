// The eBay connector: conversations with buyers through the Message API, with the seller's own keys.
import type { Account } from '../../../../shared/model/account.ts';
import { testApi } from '../api-test.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import { plainFreeze } from '../plain-reply.ts';
import { restOfSession, sharedBySessions } from '../session-parts.ts';
import { ebayApi, ebayGrant, ebayMemory } from './api.ts';
import { ebayManifest } from './manifest.ts';
import { pullEbay } from './pull.ts';
import { sendMessage } from './send.ts';
import { conversationOfKey } from './to-items.ts';

/** The account's token, and what eBay is asked to bear. */
const memoryOf = sharedBySessions(ebayMemory);

export const ebayConnector: Connector = {
  manifest: ebayManifest,
  open: openSession,
  freeze: plainFreeze(ebayManifest),
  // The sign-in code works once and belongs to the account: what is tried here are the keys alone.
  test: ({ fields, secrets }, deps, onStep, signal) =>
    testApi(deps, onStep, signal, async () => {
      const { http, path } = ebayGrant(fields, secrets, deps);
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        scope: 'https://api.ebay.com/oauth/api_scope',
      });
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      await http.send({ method: 'POST', path, body: body.toString(), headers }, signal);
    }),
};

function openSession(account: Account, deps: ConnectorDeps): Session {
  const api = ebayApi(account, deps, memoryOf(deps));
  const userName = account.fields?.['userName'] ?? account.address;
  return {
    ...restOfSession,
    pull: (cursor, signal) => pullEbay({ api, userName, deps, signal }, cursor),
    send: (item, beforeBytes, signal) => sendMessage(api, userName, { deps, item, beforeBytes }, signal),
    async tellSeen(changes, signal) {
      const read = new Map<string, boolean>();
      for (const { messageId, isSeen } of changes) {
        const conversationId = conversationOfKey(messageId.slice(messageId.indexOf(':e:') + 1));
        if (conversationId !== null) read.set(conversationId, isSeen);
      }
      for (const [conversationId, isSeen] of read) await api.markRead(conversationId, isSeen, signal);
    },
    async fetchAttachment(_key, _placements, attachment, sink, signal) {
      await sink.write(await api.media(attachment.ref, signal));
    },
  };
}
