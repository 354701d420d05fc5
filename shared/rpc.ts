// The one file that knows how calls cross a border: contracts, their servers and clients over message ports (oRPC).
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { oc } from '@orpc/contract';
import { implement, os } from '@orpc/server';
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

/**
 * `timeoutMs`: longest wait for the answer, `Infinity` for calls that wait for a person; default {@link defaultTimeoutMs}. A side that says
 * that it is at work is waited for as long as it does.
 */
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
/** Beside every contract's own calls: whether what they may have to wait for goes on. */
const atWorkCall = '~isAtWork';

export interface ServeOptions {
  /** Looks at every call; what it throws is the answer. */
  before?(method: string): Promise<void>;
  /** Whether something long goes on that calls have to wait for, and has come a step further within the last seconds. */
  isAtWork?(): boolean;
}

/**
 * Serves `contract` on `port` until the port closes. Bad input is answered `bad-data`, a thrown AppError by itself, anything
 * else thrown by `bug`; a method that is not in the contract by `bug` too: never by silence.
 * @param onError sees every error sent back, for the log
 */
export function serve<C extends Contract>(
  port: Port,
  contract: C,
  handlers: Handlers<C>,
  onError: (method: string, error: ErrorData) => void,
  { before, isAtWork = () => false }: ServeOptions = {},
): void {
  const calls = Object.fromEntries(
    Object.entries(contract).map(([name, shape]) => {
      const handle = handlers[name] as (input: unknown, signal: AbortSignal | undefined) => Promise<unknown>;
      const procedure = implement(oc.input(shape.input).output(shape.output)).handler(async ({ input, signal }) => {
        await before?.(name);
        return handle(input, signal);
      });
      return [name, procedure];
    }),
  );
  const handler = new RPCHandler(
    { ...calls, [atWorkCall]: os.handler(isAtWork) },
    {
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
    },
  );
  handler.upgrade(port as never);
  port.start?.();
}

/** A typed client of `contract` over `port`; every failure arrives as an AppError. A closed port rejects what is pending. */
export function connect<C extends Contract>(port: Port, contract: C, timeoutMs = defaultTimeoutMs): Client<C> {
  const link = new RPCLink({ port: port as never, experimental_transfer: () => [] });
  const raw = createORPCClient<Record<string, (input: unknown, options: unknown) => Promise<unknown>>>(link);
  const send = (name: string, input?: unknown, options: { signal?: AbortSignal } = {}): Promise<unknown> =>
    (raw[name] as (input: unknown, options: unknown) => Promise<unknown>)(input, options);
  port.start?.();
  const methods = Object.keys(contract).map((name) => [
    name,
    async (input: unknown, options: CallOptions = {}) => {
      const answer = send(name, input, options.signal ? { signal: options.signal } : {});
      try {
        return await withTimeout(answer, () => send(atWorkCall), options.timeoutMs ?? timeoutMs, name);
      } catch (thrown) {
        throw errorOfAnswer(thrown, options.signal);
      }
    },
  ]);
  return Object.fromEntries(methods) as Client<C>;
}

const late = Symbol('late');
const again = Symbol('again');

/** Asks half-way whether the other side is at work: then the time begins anew. */
async function withTimeout<T>(
  answer: Promise<T>,
  askAtWork: () => Promise<unknown>,
  timeoutMs: number,
  name: string,
): Promise<T> {
  if (timeoutMs === Infinity) return answer;
  for (;;) {
    const soon = await within(answer, timeoutMs / 2);
    if (soon !== late) return soon;
    const goesOn = askAtWork().then<T | typeof again, T>(
      (isAtWork) => (isAtWork === true ? again : answer),
      () => answer, // a closed port rejects that too
    );
    const value = await within(Promise.race([answer, goesOn]), timeoutMs / 2);
    if (value === late) throw new AppError('bug', `No answer to ${name} within ${String(timeoutMs)} ms`);
    if (value !== again) return value;
  }
}

async function within<T>(work: Promise<T>, limitMs: number): Promise<T | typeof late> {
  let timer: unknown;
  const over = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => {
      resolve(late);
    }, limitMs);
  });
  try {
    return await Promise.race([work, over]);
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
