// What discovery asks of the network; injected, so that tests need none.

export interface SrvAnswer {
  name: string;
  port: number;
  priority: number;
  weight: number;
}

export interface MxAnswer {
  exchange: string;
  priority: number;
}

/** Each rejects with AppError: `offline` when nobody could be asked, `cancelled` when the signal fired. */
export interface DiscoveryDeps {
  /** The body of an https page; undefined when there is none. `too-large` over 64 kB. */
  fetchText(url: string, signal: AbortSignal): Promise<string | undefined>;
  /** Empty when the name has no such record. */
  resolveSrv(name: string, signal: AbortSignal): Promise<SrvAnswer[]>;
  resolveMx(domain: string, signal: AbortSignal): Promise<MxAnswer[]>;
  /** Whether the name has an address. */
  hasAddress(host: string, signal: AbortSignal): Promise<boolean>;
  /** All in all, at most; 8 s unless told. */
  limitMs?: number;
}
