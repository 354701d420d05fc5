// Remote pictures of a mail, fetched only when a person asked: no cookies, no referrer, no private network, pictures only.
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { AppError, errorData } from '../../../shared/errors.ts';
import { isPublicAddress, lookupPublic } from '../public-network.ts';

export interface Picture {
  url: string;
  mimeType: string;
  bytes: Uint8Array;
}

export interface PictureLimits {
  /** Of one picture. */
  largestBytes: number;
  timeoutMs: number;
  atOnce: number;
  redirects: number;
  /** Tests serve pictures on this machine. */
  allowsLoopback: boolean;
}

export const pictureLimits: PictureLimits = {
  largestBytes: 5 * 1024 * 1024,
  timeoutMs: 10_000,
  atOnce: 6,
  redirects: 3,
  allowsLoopback: false,
};

/** Fetches what can be had; the others are left out and logged. Order of `urls` is kept. */
export async function fetchPictures(
  urls: readonly string[],
  log: (message: string) => void,
  limits: PictureLimits = pictureLimits,
): Promise<Picture[]> {
  const found: (Picture | undefined)[] = [];
  let next = 0;
  const work = async () => {
    while (next < urls.length) {
      const index = next++;
      const url = urls[index] ?? '';
      try {
        found[index] = { url, ...(await fetchPicture(url, limits, limits.redirects)) };
      } catch (thrown) {
        log(`A remote picture was left out: ${errorData(thrown).message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limits.atOnce, urls.length) }, work));
  return found.filter((picture) => picture !== undefined);
}

async function fetchPicture(
  address: string,
  limits: PictureLimits,
  redirectsLeft: number,
): Promise<{ mimeType: string; bytes: Uint8Array }> {
  const url = safeUrl(address, limits);
  const answer = await get(url, limits);
  if (answer.location !== undefined) {
    if (redirectsLeft === 0) throw new AppError('refused', 'Too many redirections');
    return fetchPicture(new URL(answer.location, url).href, limits, redirectsLeft - 1);
  }
  const mimeType = pictureTypeOf(answer.bytes);
  if (mimeType === null) throw new AppError('bad-data', 'What came is no picture');
  return { mimeType, bytes: answer.bytes };
}

function safeUrl(address: string, limits: PictureLimits): URL {
  if (!URL.canParse(address)) throw new AppError('bad-data', 'Not an address');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new AppError('refused', `Scheme ${url.protocol}`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !limits.allowsLoopback && !isPublicAddress(host)) {
    throw new AppError('refused', 'An address inside a private network');
  }
  url.username = '';
  url.password = '';
  return url;
}

function get(url: URL, limits: PictureLimits): Promise<{ bytes: Uint8Array; location?: string }> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
      url,
      {
        ...(limits.allowsLoopback ? {} : { lookup: lookupPublic }),
        headers: { accept: 'image/png,image/jpeg,image/gif,image/webp', 'user-agent': 'Mozilla/5.0' },
        signal: AbortSignal.timeout(limits.timeoutMs),
        agent: false,
      },
      (response) => {
        const status = response.statusCode ?? 0;
        const { location } = response.headers;
        if (status >= 300 && status < 400 && location !== undefined) {
          response.destroy();
          resolve({ bytes: new Uint8Array(), location });
          return;
        }
        if (status !== 200) {
          response.destroy();
          reject(new AppError('gone', `The server answered ${String(status)}`));
          return;
        }
        const chunks: Buffer[] = [];
        let sizeBytes = 0;
        response.on('data', (chunk: Buffer) => {
          sizeBytes += chunk.length;
          if (sizeBytes > limits.largestBytes) {
            response.destroy();
            reject(new AppError('too-large', 'The picture is larger than 5 MB'));
          } else chunks.push(chunk);
        });
        response.on('end', () => {
          resolve({ bytes: new Uint8Array(Buffer.concat(chunks)) });
        });
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end();
  });
}

/** PNG, JPEG, GIF or WebP by the first bytes; null for anything else (SVG is a program, not a picture). */
export function pictureTypeOf(bytes: Uint8Array): string | null {
  const starts = (...wanted: number[]) => wanted.every((byte, i) => bytes[i] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x47, 0x49, 0x46, 0x38)) return 'image/gif';
  const isRiff = starts(0x52, 0x49, 0x46, 0x46);
  if (isRiff && bytes[8] === 0x57 && bytes[9] === 0x45 && bytes[10] === 0x42 && bytes[11] === 0x50) return 'image/webp';
  return null;
}
