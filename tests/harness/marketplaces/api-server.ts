// A small HTTP server for faithful copies of marketplaces: hands requests to one function, and breaks on demand.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Description } from './description.ts';

export interface ApiRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  bytes: Buffer;
  text(): string;
  /** Parts of a multipart body. */
  form(): Promise<FormData>;
}

export interface ApiAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/**
 * What goes wrong. status: every request is answered so, nothing is done. silent: the request is done and never answered · hang: it is
 * neither done nor answered · truncated, wrong-types: it is done, its answer spoilt. `only`: for requests that change something ('write') or
 * that do not ('read').
 */
export type Fault = { only?: 'read' | 'write' } & (
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  | { kind: 'silent' }
  | { kind: 'hang' }
  | { kind: 'truncated' }
  | { kind: 'wrong-types' }
);

export interface ApiServer {
  /** `http://127.0.0.1:port`. */
  readonly baseUrl: string;
  readonly requests: { method: string; path: string }[];
  setFault(fault: Fault | undefined): void;
  /** Rejects with everything that was asked or answered otherwise than the marketplace describes it. */
  close(): Promise<void>;
}

export interface ApiServerOptions {
  handle(request: ApiRequest): ApiAnswer | Promise<ApiAnswer>;
  /** Whether a request changes something; absent: everything but GET. */
  isWrite?: (request: ApiRequest) => boolean;
  /** A request was left without an answer for good. */
  onSilence(): void;
  /** The marketplace's own description; absent: it has none. */
  description?: Description;
}

/** JSON with the usual content type. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): ApiAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

export async function startApiServer(options: ApiServerOptions): Promise<ApiServer> {
  let fault: Fault | undefined;
  const requests: { method: string; path: string }[] = [];
  const undescribed = new Set<string>();
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((thrown: unknown) => {
      outgoing.writeHead(500).end(String(thrown instanceof Error ? thrown.stack : thrown));
    });
  });
  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    requests.push({ method: request.method, path: request.path });
    const isWrite = options.isWrite?.(request) ?? request.method !== 'GET';
    const active = fault && (fault.only === undefined || (fault.only === 'write') === isWrite) ? fault : undefined;
    const compare = async (given?: ApiAnswer): Promise<void> => {
      for (const words of (await options.description?.({ request, ...(given ? { answer: given } : {}) })) ?? [])
        undescribed.add(words);
    };
    if (active) await compare();
    if (active?.kind === 'hang') return;
    if (active?.kind === 'status') {
      outgoing.writeHead(active.status, active.headers ?? {}).end(active.body ?? '');
      return;
    }
    const made = await options.handle(request);
    if (active?.kind === 'silent') {
      options.onSilence();
      return;
    }
    if (!active) await compare(made);
    const spoilt = active === undefined ? made : { ...made, body: spoil(made.body, active.kind) };
    outgoing.writeHead(spoilt.status, spoilt.headers ?? {}).end(spoilt.body ?? '');
  }
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    setFault(next) {
      fault = next;
    },
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
      if (undescribed.size > 0)
        throw new Error(`Not as the marketplace describes it:\n${[...undescribed].slice(0, 20).join('\n')}`);
    },
  };
}

async function readRequest(incoming: IncomingMessage): Promise<ApiRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers,
    bytes,
    text: () => bytes.toString('utf8'),
    form: () =>
      new Response(new Uint8Array(bytes), { headers: { 'content-type': headers['content-type'] ?? '' } }).formData(),
  };
}

function spoil(body: ApiAnswer['body'], how: 'truncated' | 'wrong-types'): string {
  const text = typeof body === 'string' ? body : Buffer.from(body ?? '').toString('utf8');
  if (how === 'truncated') return text.slice(0, Math.floor(text.length / 2));
  try {
    return JSON.stringify(withWrongTypes(JSON.parse(text)));
  } catch {
    return text.replace(/<(\/?)([a-zA-Z]+)>/g, '<$1x$2>'); // XML: every plain element has another name
  }
}

/** Lists become words, objects numbers, words lists and numbers objects; one level down too. */
function withWrongTypes(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return depth > 0 ? 'a list was here' : [7];
  if (typeof value === 'object' && value !== null) {
    if (depth > 0) return 7;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withWrongTypes(part, depth + 1)]));
  }
  if (typeof value === 'string') return depth > 0 ? ['words were here'] : 7;
  return typeof value === 'number' ? { number: 'was here' } : value;
}
