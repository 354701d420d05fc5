// The one file that knows how calls cross a border: contracts, their servers and clients over message ports (oRPC).
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { oc } from '@orpc/contract';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type * as z from 'zod';
import { AppError, errorData, errorDataSchema, errorFrom, type ErrorData } from './errors.ts';

/** A call of a contract: both ends validate, unknown properties are refused (use `z.strictObject`). */
export function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): CallShape<I, O> {
  return { input, output };
}

/** One call: the schemas of what goes in and what comes back. */
export interface CallShape<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  input: I;
  output: O;
}
/** A door: the named calls that one room offers to another. A value; its types are inferred from it. */
export type Contract = Record<string, CallShape>;

type Handler<S> =
  S extends CallShape<infer I, infer O>
    ? (input: z.output<I>, signal: AbortSignal | undefined) => Promise<z.input<O>>
    : never;
type Caller<S> =
  S extends CallShape<infer I, infer O> ? (input: z.input<I>, options?: CallOptions) => Promise<z.output<O>> : never;

/** What a room must provide to serve a door. */
export type Handlers<C extends Contract> = { [K in keyof C]: Handler<C[K]> };
/** What a room gets when it connects to a door. */
export type Client<C extends Contract> = { [K in keyof C]: Caller<C[K]> };

/** `timeoutMs`: longest wait for the answer, `Infinity` for calls that wait for a person; default {@link defaultTimeoutMs}. */
export interface CallOptions {
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** A MessagePort of a page, a worker or Node, or Electron's MessagePortMain. */
export interface Port {
  postMessage(message: never, transfer?: never): void;
  start?(): void;
  addEventListener?(type: never, listener: never): void;
  on?(event: never, listener: never): unknown;
}

/** Longest silence before a call is given up (house rule: 30 s). */
export const defaultTimeoutMs = 30_000;
const errorName = 'DEFTER';

/**
 * Serves `contract` on `port` until the port closes. Bad input is answered `bad-data`, a thrown AppError by itself, anything
 * else thrown by `bug`; a method that is not in the contract by `bug` too: never by silence.
 * @param onError sees every error sent back, for the log
 * @param before looks at every call; what it throws is the answer
 */
export function serve<C extends Contract>(
  port: Port,
  contract: C,
  handlers: Handlers<C>,
  onError: (method: string, error: ErrorData) => void,
  before: (method: string) => Promise<void> = () => Promise.resolve(),
): void {
  const router = Object.fromEntries(
    Object.entries(contract).map(([name, shape]) => {
      const handle = handlers[name] as (input: unknown, signal: AbortSignal | undefined) => Promise<unknown>;
      const procedure = implement(oc.input(shape.input).output(shape.output)).handler(async ({ input, signal }) => {
        await before(name);
        return handle(input, signal);
      });
      return [name, procedure];
    }),
  );
  const handler = new RPCHandler(router, {
    experimental_transfer: () => [], // hand objects to structured clone: no JSON text in between
    clientInterceptors: [
      async (options) => {
        try {
          return await options.next();
        } catch (thrown) {
          const data = dataOfThrown(thrown);
          onError(options.path.join('.'), data);
          throw new ORPCError(errorName, { status: 500, message: data.message, data });
        }
      },
    ],
  });
  handler.upgrade(port as never);
  port.start?.();
}

/** A typed client of `contract` over `port`; every failure arrives as an AppError. A closed port rejects what is pending. */
export function connect<C extends Contract>(port: Port, contract: C, timeoutMs = defaultTimeoutMs): Client<C> {
  const link = new RPCLink({ port: port as never, experimental_transfer: () => [] });
  const raw = createORPCClient<Record<string, (input: unknown, options: unknown) => Promise<unknown>>>(link);
  port.start?.();
  const methods = Object.keys(contract).map((name) => [
    name,
    async (input: unknown, options: CallOptions = {}) => {
      const send = raw[name] as (input: unknown, options: unknown) => Promise<unknown>;
      const answer = send(input, options.signal ? { signal: options.signal } : {});
      try {
        return await withTimeout(answer, options.timeoutMs ?? timeoutMs, name);
      } catch (thrown) {
        throw errorOfAnswer(thrown, options.signal);
      }
    },
  ]);
  return Object.fromEntries(methods) as Client<C>;
}

async function withTimeout<T>(answer: Promise<T>, timeoutMs: number, name: string): Promise<T> {
  if (timeoutMs === Infinity) return answer;
  let timer: unknown;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new AppError('bug', `No answer to ${name} within ${String(timeoutMs)} ms`));
    }, timeoutMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function dataOfThrown(thrown: unknown): ErrorData {
  if (thrown instanceof ORPCError) {
    const issues = (thrown.data as { issues?: unknown } | undefined)?.issues;
    const words = issues === undefined ? thrown.message : `${thrown.message}: ${JSON.stringify(issues).slice(0, 500)}`;
    return { code: thrown.code === 'BAD_REQUEST' ? 'bad-data' : 'bug', message: words };
  }
  return errorData(thrown);
}

function errorOfAnswer(thrown: unknown, signal: AbortSignal | undefined): AppError {
  if (thrown instanceof AppError) return thrown;
  if (signal?.aborted) return new AppError('cancelled', 'The work was stopped');
  if (thrown instanceof ORPCError) {
    const data = errorDataSchema.safeParse(thrown.data);
    if (data.success) return errorFrom(data.data);
    return new AppError('bug', `${thrown.code}: ${thrown.message}`);
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  // the peer rejects what is pending with an AbortError when the port closes
  return new AppError('cancelled', `The other side went away: ${message}`);
}
