// A clock and timers that stand still until a test moves them.

interface Timer {
  at: number;
  callback: () => void;
}

export class ManualClock {
  now: number;
  private timers: Timer[] = [];

  constructor(now: number) {
    this.now = now;
  }

  schedule = (callback: () => void, delayMs: number): (() => void) => {
    const timer = { at: this.now + delayMs, callback };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  /** Moves on and fires what falls due, in order; work that the timers start is given time to run. */
  async advance(durationMs: number): Promise<void> {
    const end = this.now + durationMs;
    for (;;) {
      const next = this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.now = Math.max(this.now, next.at);
      next.callback();
      await settle();
    }
    this.now = end;
    await settle();
  }
}

/** Lets messages and database work that is under way come to their end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await new Promise((resolve) => setTimeout(resolve, 1));
}
