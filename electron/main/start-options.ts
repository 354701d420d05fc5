// What the environment and the command line ask of this start.

export interface StartOptions {
  /** Developer settings: plain-text servers on this machine, developer tools, an extra certificate authority. */
  isDeveloper: boolean;
  /** Where all data of this profile lies, in place of the system's folder. */
  userDataDir?: string;
  /** PEM file of a certificate authority to trust beside the system's; only with developer settings. */
  extraCaPath?: string;
  /** Where to write a picture of the window once the inbox can be used. */
  picturePath?: string;
  /** Begin in the demo shop. */
  startsDemo: boolean;
}

/** `DEFTER_USER_DATA`, `DEFTER_DEVELOPER=1`, `DEFTER_EXTRA_CA`, `DEFTER_WINDOW_PICTURE` and `--demo`. */
export function readStartOptions(env: Record<string, string | undefined>, argv: readonly string[]): StartOptions {
  const isDeveloper = env['DEFTER_DEVELOPER'] === '1';
  const userDataDir = env['DEFTER_USER_DATA'];
  const extraCaPath = env['DEFTER_EXTRA_CA'];
  const picturePath = env['DEFTER_WINDOW_PICTURE'];
  return {
    isDeveloper,
    startsDemo: argv.includes('--demo'),
    ...(userDataDir ? { userDataDir } : {}),
    ...(isDeveloper && extraCaPath ? { extraCaPath } : {}),
    ...(picturePath ? { picturePath } : {}),
  };
}
