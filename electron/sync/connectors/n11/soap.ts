// The little of SOAP 1.1 that n11 speaks: an envelope around one operation, plain elements inside.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { AppError } from '../../../../shared/errors.ts';

/** Element names with text or further elements, in the order that n11's description demands. */
export type SoapFields = readonly (readonly [name: string, value: string | SoapFields])[];

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  // Ids beyond 2^53 and dates stay as they are written.
  parseTagValue: false,
  trimValues: true,
});

/** Only the operation's own element has the namespace; its children have none. */
export function soapRequest(operation: string, fields: SoapFields): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sch="http://www.n11.com/ws/schemas">' +
    `<soapenv:Header/><soapenv:Body><sch:${operation}Request>${elements(fields)}</sch:${operation}Request></soapenv:Body>` +
    '</soapenv:Envelope>'
  );
}

function elements(fields: SoapFields): string {
  return fields
    .map(([name, value]) => `<${name}>${typeof value === 'string' ? escaped(value) : elements(value)}</${name}>`)
    .join('');
}

/** Characters that XML 1.0 cannot carry at all are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** What is inside the operation's answer. `bad-data` when it is no such answer. */
export function soapAnswer(operation: string, xml: string): unknown {
  if (XMLValidator.validate(xml) !== true) throw new AppError('bad-data', 'The answer is no XML');
  const body = part(part(parser.parse(xml), 'Envelope'), 'Body');
  const answer = part(body, `${operation}Response`);
  if (answer === undefined) throw new AppError('bad-data', `The answer is none to ${operation}`);
  return answer;
}

/** The words of a fault (HTTP 500), if it is one. */
export function faultWords(xml: string): string | undefined {
  if (XMLValidator.validate(xml) !== true) return undefined;
  const words = part(part(part(part(parser.parse(xml), 'Envelope'), 'Body'), 'Fault'), 'faultstring');
  return typeof words === 'string' ? words : undefined;
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}
