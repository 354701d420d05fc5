// The Allegro connector: the Message Center, signed in to by the device flow.
import type { Account } from '../../../../shared/model/account.ts';
import { baseUrlField } from '../../../../shared/model/manifest.ts';
import { testApi } from '../api-test.ts';
import type { Connector, ConnectorDeps, Session } from '../connector.ts';
import { checkedBaseUrl, makeHttp } from '../http.ts';
import { plainFreeze } from '../plain-reply.ts';
import { restOfSession, sharedBySessions } from '../session-parts.ts';
import { allegroApi, allegroMemory } from './api.ts';
import { allegroManifest } from './manifest.ts';
import { pullAllegro } from './pull.ts';
import { sendMessage } from './send.ts';
import { clientIdOf } from './sign-in.ts';
import { threadOfKey } from './to-items.ts';

/** The account's token and its rates. */
const memoryOf = sharedBySessions(allegroMemory);

export const allegroConnector: Connector = {
  manifest: allegroManifest,
  open: openSession,
  freeze: plainFreeze(allegroManifest),
  // Signing in comes after the account was added: what is tried here is whether Allegro knows the program.
  test: ({ fields }, deps, onStep, signal) =>
    testApi(deps, onStep, signal, async () => {
      const body = new URLSearchParams({ client_id: clientIdOf(fields) }).toString();
      const baseUrl = checkedBaseUrl(fields[baseUrlField], 'https://api.allegro.pl', deps).replace('//api.', '//');
      await makeHttp(deps, { baseUrl, secrets: [] }).send(
        {
          method: 'POST',
          path: '/auth/oauth/device',
          body,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        },
        signal,
      );
    }),
};

function openSession(account: Account, deps: ConnectorDeps): Session {
  const api = allegroApi(account, deps, memoryOf(deps));
  return {
    ...restOfSession,
    pull: (cursor, signal) => pullAllegro({ api, shop: account.address, deps, signal }, cursor),
    send: (item, beforeBytes, signal) => sendMessage(api, { deps, item, beforeBytes }, signal),
    async tellSeen(changes, signal) {
      // unread again is nothing that Allegro knows
      const read = changes
        .filter(({ isSeen }) => isSeen)
        .map(({ messageId }) => messageId.slice(messageId.indexOf(':a:') + 1));
      const threads = new Set(read.map(threadOfKey).filter((id) => id !== null));
      for (const id of threads) await api.markRead(id, signal);
    },
    async fetchAttachment(_key, _placements, attachment, sink, signal) {
      await sink.write(await api.attachment(attachment.ref, signal));
    },
  };
}
