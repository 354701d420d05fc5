// Reads the two archive formats that the fallback runtime comes in, with Node's built-ins only.
import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createInflateRaw } from 'node:zlib';

const tarBlock = 512;
const chunkBytes = 1 << 20;

/**
 * Streams a .tgz once: hashes it and writes the one file in it whose name ends in `.zip`.
 * @param {string} tgzFile
 * @param {string} zipFile is created
 * @returns {Promise<string>} the hash of the whole .tgz, as npm writes it: `sha512-<base64>`
 */
export async function extractZipFromTgz(tgzFile, zipFile) {
  const hash = createHash('sha512');
  const tap = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(/** @type {Buffer} */ (chunk));
      done(null, chunk);
    },
  });
  const zip = openSync(zipFile, 'w');
  try {
    const source = createReadStream(tgzFile, { highWaterMark: chunkBytes });
    await pipeline(
      source,
      tap,
      createGunzip({ chunkSize: chunkBytes }),
      tarReader((name) => name.endsWith('.zip'), zip),
    );
  } finally {
    closeSync(zip);
  }
  return `sha512-${hash.digest('base64')}`;
}

/**
 * A sink for tar bytes that writes the bodies of the wanted entries, one after the other, into an open file.
 * @param {(name: string) => boolean} isWanted
 * @param {number} target file descriptor
 */
function tarReader(isWanted, target) {
  /** @type {Buffer} */
  let rest = Buffer.alloc(0);
  let bodyLeft = 0;
  let paddingLeft = 0;
  let keep = false;
  const take = (/** @type {number} */ count) => {
    const taken = rest.subarray(0, count);
    rest = rest.subarray(taken.length);
    return taken;
  };
  return new Writable({
    write(chunk, _encoding, done) {
      rest = rest.length > 0 ? Buffer.concat([rest, /** @type {Buffer} */ (chunk)]) : /** @type {Buffer} */ (chunk);
      while (rest.length > 0) {
        if (bodyLeft > 0) {
          const body = take(bodyLeft);
          if (keep) writeSync(target, body);
          bodyLeft -= body.length;
        } else if (paddingLeft > 0) {
          paddingLeft -= take(paddingLeft).length;
        } else if (rest.length < tarBlock) {
          break;
        } else {
          const header = take(tarBlock);
          const name = header.toString('utf8', 0, 100).split('\0')[0] ?? '';
          bodyLeft = Number.parseInt(header.toString('ascii', 124, 136), 8) || 0;
          paddingLeft = (tarBlock - (bodyLeft % tarBlock)) % tarBlock;
          keep = isWanted(name);
        }
      }
      done();
    },
  });
}

/**
 * Unpacks the chosen entries of a .zip, with their file modes.
 * @param {string} zipFile
 * @param {string} folder
 * @param {(name: string) => string | undefined} targetOf where an entry goes inside `folder`; undefined leaves it out
 */
export async function unzip(zipFile, folder, targetOf) {
  const zip = openSync(zipFile, 'r');
  try {
    for (const entry of centralDirectory(zip)) {
      const relative = entry.name.endsWith('/') ? undefined : targetOf(entry.name);
      if (relative === undefined) continue;
      if (normalize(relative).startsWith('..') || isAbsolute(relative))
        throw new Error(`unsafe path in zip: ${entry.name}`);
      const target = join(folder, relative);
      mkdirSync(dirname(target), { recursive: true });
      await unpackEntry(zipFile, zip, entry, target);
    }
  } finally {
    closeSync(zip);
  }
}

/** @typedef {{ name: string, method: number, packedBytes: number, bytes: number, mode: number, headerAt: number }} ZipEntry */

/**
 * @param {string} zipFile
 * @param {number} zip
 * @param {ZipEntry} entry
 * @param {string} target
 */
async function unpackEntry(zipFile, zip, entry, target) {
  const header = readAt(zip, entry.headerAt, 30);
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const sink = createWriteStream(target, { mode: entry.mode & 0o777 || 0o644 });
  if (entry.packedBytes === 0) {
    await new Promise((resolve) => sink.end(resolve));
    return;
  }
  const source = createReadStream(zipFile, { start, end: start + entry.packedBytes - 1, highWaterMark: chunkBytes });
  if (entry.method === 0) await pipeline(source, sink);
  else await pipeline(source, createInflateRaw({ chunkSize: chunkBytes }), sink);
  if (statSync(target).size !== entry.bytes) throw new Error(`short entry in zip: ${entry.name}`);
}

/**
 * The list of entries at the end of a .zip (APPNOTE.TXT 4.3.12 and 4.3.16).
 * @param {number} zip
 * @returns {Generator<ZipEntry>}
 */
function* centralDirectory(zip) {
  const size = fstatSync(zip).size;
  const tailBytes = Math.min(size, 65_557); // end record and the longest comment
  const tail = readAt(zip, size - tailBytes, tailBytes);
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('not a zip file');
  const list = readAt(zip, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  let at = 0;
  while (at + 46 <= list.length && list.readUInt32LE(at) === 0x02014b50) {
    const nameBytes = list.readUInt16LE(at + 28);
    yield {
      name: list.toString('utf8', at + 46, at + 46 + nameBytes),
      method: list.readUInt16LE(at + 10),
      packedBytes: list.readUInt32LE(at + 20),
      bytes: list.readUInt32LE(at + 24),
      mode: list.readUInt32LE(at + 38) >>> 16,
      headerAt: list.readUInt32LE(at + 42),
    };
    at += 46 + nameBytes + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
}

/**
 * @param {number} file
 * @param {number} position
 * @param {number} length
 */
function readAt(file, position, length) {
  const bytes = Buffer.alloc(length);
  const count = readSync(file, bytes, 0, length, position);
  if (count !== length) throw new Error('zip file is cut short');
  return bytes;
}
