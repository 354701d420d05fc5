// How V8 compiles pages, their workers and sync: main tells Chromium, sync tells its own.

/**
 * V8's costly compiler (TurboFan) begins with a function once it has run this often, not 3,000 times; until then the quick one (Maglev)
 * serves. Defter works in bursts: compiling for a first fetch of 5,000 mails, over in seconds, took 0.4 s more of both cores' 8.8 s.
 */
export const lateOptimizing = '--invocation-count-for-turbofan=20000';
