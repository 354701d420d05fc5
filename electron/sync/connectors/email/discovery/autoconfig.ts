// Reads the mail configuration file that a domain publishes for mail programs (config-v1.1.xml).
// Source: https://www.bucksch.org/1/projects/thunderbird/autoconfiguration/config-file-format.html
import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod';
import { AppError } from '../../../../../shared/errors.ts';
import type { Server } from '../../../../../shared/model/account.ts';
import type { DiscoveryResult } from '../../../../../shared/model/discovery.ts';
import { isHostName, type MailAddress } from './mail-address.ts';

/** A whole file of a provider with many brands is under 8 kB. */
export const autoconfigLimitBytes = 64 * 1024;

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
/** An element that may be missing, single or repeated. */
const many = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.array(schema), schema.transform((one) => [one])]).optional();
/** The first of an element that ought to be single; with attributes it is an object. */
const single = many(
  z.union([text, z.looseObject({ '#text': text }).transform((element) => element['#text'])]),
).transform((all) => all?.[0]?.trim());

const serverElement = z.looseObject({
  '@type': z.string().optional(),
  hostname: single,
  port: single,
  socketType: single,
  username: single,
  authentication: many(text),
});
type ServerElement = z.infer<typeof serverElement>;

const fileSchema = z.looseObject({
  clientConfig: z.looseObject({
    emailProvider: many(
      z.looseObject({
        displayName: single,
        incomingServer: many(z.union([serverElement, text.transform(() => undefined)])),
        outgoingServer: many(z.union([serverElement, text.transform(() => undefined)])),
        documentation: many(
          z.union([z.looseObject({ '@url': z.string().optional() }), text.transform(() => undefined)]),
        ),
      }),
    ),
  }),
});

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  maxNestedTags: 20,
});

function fill(template: string, { address, localPart, domain }: MailAddress): string {
  return template
    .replaceAll('%EMAILADDRESS%', address)
    .replaceAll('%EMAILLOCALPART%', localPart)
    .replaceAll('%EMAILDOMAIN%', domain);
}

interface Offer {
  server: Server;
  userName: string;
  isOauthOnly: boolean;
}

const securities: Readonly<Record<string, Server['security']>> = { SSL: 'tls', STARTTLS: 'starttls' };

/** What an element offers; undefined when it is of no use: unencrypted, or not a real host and port. */
function offerOf(element: ServerElement, address: MailAddress): Offer | undefined {
  const host = fill(element.hostname ?? '', address).toLowerCase();
  const port = Number(element.port);
  const security = securities[element.socketType?.toUpperCase() ?? ''];
  const userName = fill(element.username ?? '%EMAILADDRESS%', address);
  if (security === undefined || !isHostName(host) || !Number.isInteger(port) || port < 1 || port > 65_535)
    return undefined;
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (userName === '' || userName.length > 320 || /[\u0000-\u001f\u007f]/u.test(userName)) return undefined;
  const ways = element.authentication ?? [];
  return {
    server: { host, port, security },
    userName,
    isOauthOnly: ways.length > 0 && ways.every((way) => way.trim() === 'OAuth2'),
  };
}

/** The best offer: TLS from the first byte before STARTTLS (RFC 8314), then the file's own order. */
function bestOffer(
  elements: readonly (ServerElement | undefined)[],
  type: string,
  address: MailAddress,
): Offer | undefined {
  const offers = elements
    .filter((element) => element?.['@type']?.toLowerCase() === type)
    .map((element) => (element === undefined ? undefined : offerOf(element, address)))
    .filter((offer) => offer !== undefined);
  return offers.find(({ server }) => server.security === 'tls') ?? offers[0];
}

function helpUrlOf(
  documents: readonly ({ '@url'?: string | undefined } | undefined)[] | undefined,
): string | undefined {
  const urls = documents?.map((document) => document?.['@url']) ?? [];
  return urls.find(
    (url) => url !== undefined && url.length <= 1000 && URL.canParse(url) && new URL(url).protocol === 'https:',
  );
}

/**
 * The servers that a configuration file names for `address`; undefined when it names no encrypted IMAP and SMTP pair.
 * Unencrypted servers are passed over. Throws `too-large` over 64 kB and `bad-data` for what is not such a file; entities and
 * document types are refused, not expanded.
 */
export function readAutoconfig(xml: string, address: MailAddress): DiscoveryResult | undefined {
  if (Buffer.byteLength(xml) > autoconfigLimitBytes)
    throw new AppError('too-large', 'The mail configuration file is too large');
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml))
    throw new AppError('bad-data', 'The mail configuration file declares a document type');
  let tree: unknown;
  try {
    tree = parser.parse(xml);
  } catch (error) {
    throw new AppError('bad-data', 'The mail configuration file is not sound XML', { cause: error });
  }
  const file = fileSchema.safeParse(tree);
  if (!file.success) throw new AppError('bad-data', 'Not a mail configuration file', { cause: file.error });
  for (const provider of file.data.clientConfig.emailProvider ?? []) {
    const imap = bestOffer(provider.incomingServer ?? [], 'imap', address);
    const smtp = bestOffer(provider.outgoingServer ?? [], 'smtp', address);
    if (imap === undefined || smtp === undefined) continue;
    const helpUrl = helpUrlOf(provider.documentation);
    const name = provider.displayName?.slice(0, 100);
    return {
      servers: { userName: imap.userName, imap: imap.server, smtp: smtp.server },
      source: 'autoconfig',
      ...(name === undefined || name === '' ? {} : { provider: name }),
      ...(imap.isOauthOnly || smtp.isOauthOnly ? { hint: 'oauth-only' as const } : {}),
      ...(helpUrl === undefined ? {} : { helpUrl }),
    };
  }
  return undefined;
}

/** Where a domain may publish its file, best first (https only). */
export function autoconfigUrls({ address, domain }: MailAddress): string[] {
  return [
    `https://autoconfig.${domain}/mail/config-v1.1.xml?emailaddress=${encodeURIComponent(address)}`,
    `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`,
  ];
}
