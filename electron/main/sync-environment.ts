// The environment of the sync process: named variables only, because its default would be everything that main was started with.

/** What Node and the C library need to find their feet, names from their manuals; and the zone and language of the person. */
const passedOn = ['TZ', 'LANG', 'LC_ALL', 'LC_TIME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'windir', 'SSL_CERT_DIR'];

export function syncEnvironment(
  env: Record<string, string | undefined>,
  own: { filesDir: string; keptDir: string; archivesDir?: string; isDeveloper: boolean; extraCaPath?: string },
): Record<string, string> {
  const passed = passedOn.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  return {
    ...Object.fromEntries(passed),
    DEFTER_FILES_DIR: own.filesDir,
    DEFTER_KEPT_DIR: own.keptDir,
    ...(own.archivesDir === undefined ? {} : { DEFTER_ARCHIVES_DIR: own.archivesDir }),
    ...(own.isDeveloper ? { DEFTER_DEVELOPER: '1' } : {}),
    ...(own.isDeveloper && own.extraCaPath ? { DEFTER_EXTRA_CA: own.extraCaPath } : {}),
  };
}
