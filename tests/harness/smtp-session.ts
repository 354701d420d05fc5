// The sessions of the SMTP sink: smtp-server's own, stopped at each point to ask the fault plan.
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection';
import type { FaultPlan, SmtpPoint } from './smtp-faults.ts';
import type { Link } from './tcp-front.ts';

/** A mail that the server has taken responsibility for, whether or not the client heard the 250. */
export interface SinkMessage {
  readonly from: string;
  readonly to: readonly string[];
  /** The login it came with; empty when there was none. */
  readonly user: string;
  /** The bytes as accepted, dot-stuffing removed. */
  readonly raw: Buffer;
  readonly messageId: string | undefined;
  readonly xDefterId: string | undefined;
  /** Number of the connection, from 1 per port. */
  readonly connection: number;
}

/** What the sessions of both ports share. */
export interface SinkState {
  readonly plan: FaultPlan;
  readonly users: Readonly<Record<string, string>>;
  readonly isTokenGood: (user: string, token: string) => Promise<boolean>;
  readonly ownSenderOnly: boolean;
  readonly maxConnections: number;
  readonly maxMessagesPerConnection: number;
  /** Links whose next bytes from the client begin a TLS handshake. */
  readonly handshakes: Set<Link>;
  readonly messages: SinkMessage[];
  readonly commands: string[];
  /** Files a kept message elsewhere before the client hears 250. */
  readonly file: (message: SinkMessage) => Promise<void>;
}

const pointOfVerb: Readonly<Record<string, SmtpPoint>> = {
  STARTTLS: 'starttls',
  AUTH: 'auth',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
};

/** One client's session. */
class PlannedConnection extends SMTPConnection {
  readonly link: Link;
  messageCount = 0;
  readonly #state: SinkState;

  constructor(
    server: PlannedServer,
    socket: ConstructorParameters<typeof SMTPConnection>[1],
    link: Link,
    remotePort: number,
  ) {
    super(server, socket, { remotePort });
    this.link = link;
    this.#state = server.state;
  }

  /** Without the library's pause of 100 ms for early talkers. */
  override init(): void {
    this._setListeners(() => {
      const greet = (): void => {
        if (this._server.connections.size <= this.#state.maxConnections) this.connectionReady();
        else this.send(421, '4.7.0 Too many connections from your address', false);
      };
      this.pass('greeting', [], greet, (reply) => {
        this._socket.write(`${reply}\r\n`);
        this.close();
      });
    });
  }

  override _onCommand(command: Buffer, callback: () => void = () => undefined): void {
    const text = command.toString();
    // Base64 of an AUTH exchange must not be read as a command, nor be kept.
    const isContinuation = this._nextHandler !== false;
    const words = text.split(' ');
    const verb = isContinuation ? '' : (words[0] ?? '').toUpperCase();
    this.#state.commands.push(isContinuation ? 'AUTH …' : verb === 'AUTH' ? `AUTH ${words[1] ?? ''}` : text);
    const go = (): void => {
      super._onCommand(command, callback);
    };
    if (verb === 'MAIL' && this.messageCount >= this.#state.maxMessagesPerConnection) {
      this.send(421, '4.7.0 Too many messages on this connection', false);
      return;
    }
    const point = verb === 'EHLO' || verb === 'HELO' ? (this.secure ? 'ehlo-tls' : 'ehlo') : pointOfVerb[verb];
    if (point === undefined) {
      go();
      return;
    }
    const recipient = /<(.*)>/u.exec(text)?.[1];
    this.pass(point, recipient === undefined ? [] : [recipient], go, (reply) => {
      this._socket.write(`${reply}\r\n`);
      if (reply.startsWith('421')) this.close();
      else callback();
    });
  }

  override upgrade(callback: () => void, secureCallback?: () => void): void {
    this.#state.handshakes.add(this.link);
    super.upgrade(callback, secureCallback);
  }

  /** Does what the plan says at this point: `go` is the usual way on, `say` the way on after another answer. */
  pass(point: SmtpPoint, recipients: readonly string[], go: () => void, say: (reply: string) => void): void {
    if (this.link.isCut) return;
    const fault = this.#state.plan.take(point, recipients);
    if (fault === undefined) go();
    else if ('cut' in fault) this.link.cut(fault.cut);
    else if ('delayMs' in fault) setTimeout(go, fault.delayMs);
    else say(fault.reply);
  }
}

function headerOf(raw: Buffer, name: string): string | undefined {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.subarray(0, end === -1 ? raw.length : end).toString('latin1');
  const value = new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, 'imu').exec(head)?.[1];
  return value?.replaceAll(/\s+/gu, ' ').trim();
}

/** An error that smtp-server turns into this answer. */
function refusal(reply: string): Error {
  return Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) });
}

type Answer = (error?: Error | null, message?: string) => void;

/** Reads one message, asks the plan at each point of it, and keeps it unless told otherwise. */
function takeMessage(
  connection: PlannedConnection,
  state: SinkState,
  stream: SMTPServerDataStream,
  answer: Answer,
): void {
  const { session, link } = connection;
  const { mailFrom, rcptTo } = session.envelope;
  const to = rcptTo.map(({ address }) => address);
  const size = mailFrom === false || mailFrom.args === false ? undefined : mailFrom.args['SIZE'];
  const announcedBytes = size === undefined ? undefined : Number(size);
  const marks: { point: SmtpPoint; bytes: number }[] = [
    { point: 'body-10', bytes: announcedBytes === undefined ? 1 : announcedBytes * 0.1 },
    { point: 'body-90', bytes: announcedBytes === undefined ? Infinity : announcedBytes * 0.9 },
  ];
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  const passMarks = (reachedBytes: number): void => {
    for (let mark = marks[0]; mark !== undefined && mark.bytes <= reachedBytes; mark = marks[0]) {
      marks.shift();
      const fault = link.isCut ? undefined : state.plan.take(mark.point, to);
      if (fault !== undefined && 'cut' in fault) link.cut(fault.cut);
    }
  };
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    sizeBytes += chunk.length;
    passMarks(sizeBytes);
  });
  // The line broke in mid-message: nothing is kept, and nobody is left to be told.
  stream.on('error', () => undefined);
  const confirm = (): void => {
    const done = state.plan.take('done', to);
    if (done !== undefined && 'cut' in done) link.cutAfterNextReply(done.cut);
    answer(null, `2.0.0 Ok: queued as ${String(state.messages.length)}`);
  };
  const keep = (): void => {
    const raw = Buffer.concat(chunks);
    const message: SinkMessage = {
      from: mailFrom === false ? '' : mailFrom.address,
      to,
      user: typeof session.user === 'string' ? session.user : '',
      raw,
      messageId: headerOf(raw, 'message-id'),
      xDefterId: headerOf(raw, 'x-defter-id'),
      connection: link.id,
    };
    state.messages.push(message);
    connection.messageCount += 1;
    state.file(message).then(
      () => {
        connection.pass('dot-accepted', to, confirm, (reply) => {
          connection._socket.write(`${reply}\r\n`);
        });
      },
      (error: unknown) => {
        answer(refusal(`451 4.3.0 Could not be filed: ${String(error)}`));
      },
    );
  };
  stream.on('end', () => {
    passMarks(Infinity);
    if (stream.sizeExceeded) {
      answer(refusal('552 5.3.4 Message exceeds the size limit'));
      return;
    }
    connection.pass('dot-unaccepted', to, keep, (reply) => {
      answer(refusal(reply));
    });
  });
}

/** smtp-server with planned sessions; the front tells it by a PROXY line which link is which. */
export class PlannedServer extends SMTPServer {
  readonly state: SinkState;
  readonly #findLink: (id: number) => Link | undefined;

  constructor(options: SMTPServerOptions, state: SinkState, findLink: (id: number) => Link | undefined) {
    super(options);
    this.state = state;
    this.#findLink = findLink;
  }

  override connect(...[socket, options]: Parameters<SMTPServer['connect']>): void {
    const remotePort = options?.remotePort ?? 0;
    const link = this.#findLink(remotePort);
    if (link === undefined) {
      socket.destroy();
      return;
    }
    const connection = new PlannedConnection(this, socket, link, remotePort);
    this.connections.add(connection);
    connection.on('error', (error: Error) => {
      this._onError(error);
    });
    connection.init();
  }

  override onAuth(...[auth, session, callback]: Parameters<SMTPServer['onAuth']>): void {
    const user = auth.username ?? '';
    const isRight = async (): Promise<boolean> => {
      const password = this.state.users[user];
      if (auth.method === 'XOAUTH2') return this.state.isTokenGood(user, auth.accessToken ?? '');
      if (password === undefined) return false;
      return auth.method === 'CRAM-MD5' ? auth.validatePassword(password) : auth.password === password;
    };
    const decide = async (): Promise<void> => {
      if (await isRight()) callback(null, { user });
      else if (auth.method === 'XOAUTH2') callback(null, { data: { status: '401', schemes: 'bearer', scope: 'mail' } });
      else callback(refusal('535 5.7.8 Authentication credentials invalid'));
    };
    const answer = (): void => {
      decide().catch((error: unknown) => callback(error instanceof Error ? error : new Error(String(error))));
    };
    this.#connectionOf(session)?.pass('auth-verdict', [], answer, (reply) => {
      callback(refusal(reply));
    });
  }

  override onMailFrom(...[address, session, callback]: Parameters<SMTPServer['onMailFrom']>): void {
    const isForeign = this.state.ownSenderOnly && address.address !== session.user;
    callback(isForeign ? refusal('553 5.7.1 Sender address rejected: not owned by user') : null);
  }

  override onData(...[stream, session, callback]: Parameters<SMTPServer['onData']>): void {
    const connection = this.#connectionOf(session);
    if (connection !== undefined) takeMessage(connection, this.state, stream, callback);
  }

  #connectionOf(session: SMTPServerSession): PlannedConnection | undefined {
    for (const connection of this.connections) {
      if (connection instanceof PlannedConnection && connection.session === session) return connection;
    }
    return undefined;
  }
}
