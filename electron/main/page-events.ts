// Tells the page what happened outside it, while there is one.
import type { MessagePortMain } from 'electron';
import { pageApi, type PageEvent } from '../../shared/contract/page-api.ts';
import { errorData } from '../../shared/errors.ts';
import { connect, type Client } from '../../shared/rpc.ts';
import type { Log } from './log.ts';

const keptKinds: readonly PageEvent['kind'][] = ['command', 'mail-files', 'open-conversation', 'write'];

export class PageEvents {
  readonly #log: Log;
  #page: Client<typeof pageApi> | undefined;
  /** What must reach the page although it is not there yet: the last thing that a person asked for outside it. */
  #kept: PageEvent[] = [];

  constructor(log: Log) {
    this.#log = log;
  }

  attach(port: MessagePortMain): void {
    const page = connect(port, pageApi);
    this.#page = page;
    port.on('close', () => {
      if (this.#page === page) this.#page = undefined;
    });
    const kept = this.#kept;
    this.#kept = [];
    for (const event of kept) this.announce(event);
  }

  /** Nothing is awaited: the page may go at any moment, and asks for the state when it comes back. */
  announce(event: PageEvent): void {
    if (!this.#page) {
      if (keptKinds.includes(event.kind)) this.#kept = [event];
      return;
    }
    this.#page.announce(event).catch((thrown: unknown) => {
      const { code, message } = errorData(thrown);
      if (code !== 'cancelled') this.#log('warn', `Announcing to the page: ${message}`, { kind: event.kind, code });
    });
  }
}
