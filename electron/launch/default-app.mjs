// Makes the small archive that lets an Electron program start an app from a folder: `electron path/to/app`.

/**
 * What the stock archive of the same name does for `electron [-r file] path/to/app` and `--version`, and no more. It awaits
 * the app, as the stock one does, so that an app that waits for 'ready' at its top level hangs here too.
 */
const main = `
import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
const require = createRequire(import.meta.url);
const rest = process.argv.slice(1);
if (rest.includes('--version') || rest.includes('-v')) { console.log('v' + process.versions.electron); process.exit(0); }
let target;
while (rest.length > 0 && !target) {
  const argument = rest.shift();
  if (argument === '-r' || argument === '--require') require(resolve(rest.shift()));
  else if (!argument.startsWith('-')) target = resolve(argument);
}
if (!target) { console.error('Usage: electron [options] path/to/app'); process.exit(1); }
Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
const packageFile = join(target, 'package.json');
const entry = require.resolve(target);
if (existsSync(packageFile)) {
  const { name, productName, version, desktopName } = JSON.parse(readFileSync(packageFile, 'utf8'));
  if (version) app.setVersion(version);
  if (productName || name) app.name = productName || name;
  app.setDesktopName(desktopName || app.name + '.desktop');
  app.setAppPath(target);
} else app.setAppPath(dirname(entry));
await import(pathToFileURL(entry).href);
`;

const manifest = JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.mjs', type: 'module' });

/**
 * The archive's bytes. An asar file is four little-endian lengths, a JSON list of files with offsets, then the files.
 * @returns {Buffer}
 */
export function defaultAppArchive() {
  /** @type {Record<string, { size: number, offset: string }>} */
  const files = {};
  const bodies = [];
  let offset = 0;
  for (const [name, text] of Object.entries({ 'package.json': manifest, 'main.mjs': main })) {
    const body = Buffer.from(text);
    files[name] = { size: body.length, offset: String(offset) };
    offset += body.length;
    bodies.push(body);
  }
  const list = Buffer.from(JSON.stringify({ files }));
  const paddedBytes = Math.ceil(list.length / 4) * 4;
  const head = Buffer.alloc(16 + paddedBytes);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(8 + paddedBytes, 4);
  head.writeUInt32LE(4 + paddedBytes, 8);
  head.writeUInt32LE(list.length, 12);
  list.copy(head, 16);
  return Buffer.concat([head, ...bodies]);
}
