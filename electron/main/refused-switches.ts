// Command-line switches that open a packaged app to whoever can start it; no fuse of Electron covers them.

const refused = new Set([
  // a door for a debugger
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  // foreign code
  'js-flags',
  'load-extension',
  'disable-extensions-except',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
  'register-pepper-plugins',
  'v8-snapshot-path',
  // walls taken down
  'disable-setuid-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-gpu-sandbox',
  'no-zygote',
  'single-process',
  'in-process-gpu',
  'disable-web-security',
  'disable-site-isolation-trials',
  'disable-site-isolation-for-policy',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'unsafely-treat-insecure-origin-as-secure',
  'user-data-dir',
  // another way to the network, or out of its checks
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'ignore-urlfetcher-cert-requests',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'proxy-auto-detect',
  'log-net-log',
  'net-log-capture-mode',
  'auth-server-allowlist',
]);

/**
 * The switches in `argv` that a packaged Defter does not start with, without values and in the order given.
 * `--no-sandbox` is taken from root only: Chromium cannot start there without it.
 * Source: Chromium's and Electron's lists of switches, less those that fuses of the package close.
 */
export function refusedSwitches(argv: readonly string[], platform: NodeJS.Platform, isRoot: boolean): string[] {
  const names = argv.slice(1).flatMap((argument) => switchName(argument, platform) ?? []);
  return names.filter((name) => {
    if (name === 'no-sandbox') return !isRoot;
    return refused.has(name) || name === 'inspect' || name.startsWith('inspect-');
  });
}

/** Chromium takes `--x` and `-x`, on Windows `/x` too, and does not mind the case there. */
function switchName(argument: string, platform: NodeJS.Platform): string | undefined {
  const match = (platform === 'win32' ? /^(?:--?|\/)([^=]+)/ : /^--?([^=]+)/).exec(argument);
  return match?.[1]?.toLowerCase();
}
