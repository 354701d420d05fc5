// What a WSDL says of a SOAP request and its answer: the names of elements, their order, and the kinds of their values.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import type { Description } from './description.ts';

/** An element: its name without prefix, its attributes, its children or its text. */
interface Node {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Node[];
  text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
});
type Raw = Record<string, unknown>;

function nodesOf(raw: Raw[]): Node[] {
  return raw.flatMap((each) => {
    const [name = ''] = Object.keys(each).filter((key) => key !== ':@');
    if (name === '#text' || name.startsWith('?')) return [];
    const inside = each[name] as Raw[];
    const attributes = Object.fromEntries(
      Object.entries((each[':@'] ?? {}) as Record<string, string>).map(([key, value]) => [key.slice(2), value]),
    );
    const text = inside.map((part) => (typeof part['#text'] === 'string' ? part['#text'] : '')).join('');
    return [{ name: name.slice(name.indexOf(':') + 1), attributes, children: nodesOf(inside), text }];
  });
}
const read = (xml: string): Node[] => nodesOf(parser.parse(xml) as Raw[]);
const inside = (nodes: Node[], ...path: string[]): Node[] =>
  path.reduce((at, name) => at.flatMap(({ children }) => children).filter((node) => node.name === name), nodes);

/** Empty values are what n11 sends and takes for "none", whatever the kind. Its dates are not as described: see the fixtures' README. */
const isOfKind: Readonly<Partial<Record<string, RegExp>>> = { long: /^-?\d*$/, int: /^-?\d*$/ };

/** The WSDL in `tests/fixtures/marketplaces/<name>.wsdl`. `extra`: elements seen in answers that it does not have. */
export function wsdl(name: string, extra: readonly string[]): Description {
  const document = read(readFileSync(join(import.meta.dirname, `../../fixtures/marketplaces/${name}.wsdl`), 'utf8'));
  const [schema] = inside(document, 'types', 'schema');
  const named = (kind: string, wanted: string | undefined) =>
    schema?.children.find((node) => node.name === kind && node.attributes['name'] === wanted);

  function faultsIn(given: Node, type: Node | undefined, path: string, allowed: readonly string[]): string[] {
    const wanted = inside(type ? [type] : [], 'sequence', 'element');
    const order = wanted.map(({ attributes }) => attributes['name'] ?? '');
    const { children } = given;
    const faults = children
      .filter(({ name: child }) => !order.includes(child) && !allowed.includes(child))
      .map(({ name: child }) => `${path}/${child} is not described`);
    const places = children.map(({ name: child }) => order.indexOf(child)).filter((place) => place >= 0);
    if (places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0)))
      faults.push(`${path}: the order is ${order.join(', ')}`);
    for (const element of wanted) {
      const { name: child = '', type: kind = '', minOccurs, maxOccurs } = element.attributes;
      const found = children.filter((node) => node.name === child);
      const isList = maxOccurs === 'unbounded';
      if (found.length === 0 && minOccurs !== '0' && !isList) faults.push(`${path}/${child} is missing`);
      if (found.length > 1 && !isList) faults.push(`${path}/${child} comes more than once`);
      for (const node of found)
        faults.push(...valueFaults(node, kind.slice(kind.indexOf(':') + 1), `${path}/${child}`));
    }
    return faults;
  }

  function valueFaults(node: Node, kind: string, path: string): string[] {
    const complex = named('complexType', kind);
    // an empty list is an element without children
    if (complex) return node.children.length === 0 && kind.endsWith('List') ? [] : faultsIn(node, complex, path, []);
    const values = inside(
      [named('simpleType', kind)].filter((each) => each !== undefined),
      'restriction',
      'enumeration',
    );
    const isValue =
      values.length === 0 || values.some(({ attributes }) => attributes['value'] === node.text) || node.text === '';
    return isValue && (isOfKind[kind] ?? /^/).test(node.text) ? [] : [`${path}: ${node.text} is no ${kind}`];
  }

  function messageFaults(xml: string, allowed: readonly string[]): string[] {
    const [message] = read(xml)
      .flatMap((envelope) => inside([envelope], 'Body'))
      .flatMap(({ children }) => children);
    if (!message || message.name === 'Fault') return [];
    const isFailure = inside([message], 'result', 'status').some(({ text }) => text === 'failure');
    if (isFailure) return []; // only the result comes
    const element = named('element', message.name);
    return element
      ? faultsIn(message, inside([element], 'complexType')[0], message.name, allowed)
      : [`${message.name} is not described`];
  }

  return ({ request, answer }) =>
    Promise.resolve([
      ...messageFaults(request.text(), []),
      ...(answer ? messageFaults(String(answer.body), extra) : []),
    ]);
}
