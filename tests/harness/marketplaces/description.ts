// What a marketplace's own OpenAPI description says of a request and its answer: every exchange with a test server is held against it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { ApiAnswer, ApiRequest } from './api-server.ts';

export interface Exchange {
  request: ApiRequest;
  /** Absent: the request was left without an answer, or its answer was spoilt on purpose. */
  answer?: ApiAnswer;
}

/** What is wrong with an exchange; empty: nothing. */
export type Description = (exchange: Exchange) => Promise<string[]>;

type Content = Record<string, { schema?: object }>;
interface Operation {
  parameters?: { name: string; in: 'query' | 'header'; required?: boolean; schema: object }[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, { content?: Content }>;
}
interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: object;
}

const folder = join(import.meta.dirname, '../../fixtures/marketplaces');

/**
 * The description in `tests/fixtures/marketplaces/<name>.openapi.json`. Paths that match `aside` are not in it: they are let through; any
 * other path that it does not know is wrong.
 */
export function openApi(name: string, aside?: RegExp): Description {
  return describedBy(JSON.parse(readFileSync(join(folder, `${name}.openapi.json`), 'utf8')) as OpenApi, aside);
}

function describedBy({ paths, components }: OpenApi, aside: RegExp | undefined): Description {
  // OpenAPI's own words (int64, discriminators) are no JSON Schema. Numbers in queries and forms are text.
  const options = { strict: false, validateFormats: false, allErrors: true } as const;
  const bodies = new Ajv(options);
  const texts = new Ajv({ ...options, coerceTypes: 'array' });
  for (const ajv of [bodies, texts]) ajv.addSchema({ $id: 'api', components });
  const compiled = new Map<object, ValidateFunction>();

  function faultsOf(ajv: Ajv, schema: object, value: unknown, what: string): string[] {
    let validate = compiled.get(schema);
    if (!validate) {
      validate = ajv.compile(
        JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components')) as object,
      );
      compiled.set(schema, validate);
    }
    void validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${what}${instancePath} ${message ?? ''}`);
  }

  const templates = Object.entries(paths).map(([template, operations]) => ({
    pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    operations,
  }));

  function queryFaults({ query }: ApiRequest, parameters: Operation['parameters'] = []): string[] {
    const isKnown = new Map(parameters.filter((each) => each.in === 'query').map((each) => [each.name, each]));
    const unknown = [...query.keys()]
      .filter((name) => !isKnown.has(name))
      .map((name) => `query ${name} is not described`);
    const values = [...isKnown.values()].flatMap(({ name, required, schema }) => {
      if (!query.has(name)) return required === true ? [`query ${name} is missing`] : [];
      const all = query.getAll(name);
      return faultsOf(texts, schema, all.length > 1 ? all : all[0], `query ${name}`);
    });
    return [...unknown, ...values];
  }

  function headerFaults({ headers }: ApiRequest, parameters: Operation['parameters'] = []): string[] {
    return parameters.flatMap(({ name, in: where, required, schema }) => {
      const value = headers[name.toLowerCase()];
      if (where !== 'header') return [];
      if (value === undefined) return required === true ? [`header ${name} is missing`] : [];
      return faultsOf(texts, schema, value, `header ${name}`);
    });
  }

  async function bodyFaults(request: ApiRequest, body: Operation['requestBody']): Promise<string[]> {
    if (!body) return request.bytes.length === 0 ? [] : ['a body is not described'];
    if (request.bytes.length === 0) return body.required === true ? ['the body is missing'] : [];
    const type = mediaTypeOf(request.headers['content-type'], body.content);
    if (type === undefined) return [`content type ${request.headers['content-type'] ?? ''} is not described`];
    const schema = body.content[type]?.schema;
    if (schema === undefined || !/json|form/.test(type)) return [];
    const isJson = type.includes('json');
    const value = isJson ? (JSON.parse(request.text()) as unknown) : await partsOf(request);
    return [...strangersIn(schema, value), ...faultsOf(isJson ? bodies : texts, schema, value, 'body')];
  }

  /** Descriptions leave objects open; a name that a marketplace does not know is still our mistake. */
  function strangersIn(schema: object, value: unknown): string[] {
    const {
      $ref = '',
      properties,
      additionalProperties,
    } = schema as { $ref?: string; properties?: object; additionalProperties?: object };
    if (additionalProperties !== undefined) return [];
    const named =
      properties ?? (bodies.getSchema(`api${$ref}`)?.schema as { properties?: object } | undefined)?.properties;
    if (named === undefined || typeof value !== 'object' || value === null) return [];
    return Object.keys(value)
      .filter((name) => !(name in named))
      .map((name) => `body ${name} is not described`);
  }

  function answerFaults({ status, headers = {}, body }: ApiAnswer, responses: Operation['responses']): string[] {
    const described = responses[String(status)] ?? responses[`${String(Math.floor(status / 100))}XX`];
    if (!described) return status < 300 ? [`status ${status} is not described`] : []; // few descriptions list every refusal
    const schema = Object.entries(described.content ?? {}).find(([type]) => type.includes('json'))?.[1].schema;
    if (schema === undefined || (headers['content-type'] ?? '').startsWith('text/html')) return [];
    return faultsOf(bodies, schema, JSON.parse(String(body)) as unknown, `answer ${status}`);
  }

  return async ({ request, answer }) => {
    const { operations } = templates.find(({ pattern }) => pattern.test(request.path)) ?? {};
    if (!operations)
      return aside?.test(request.path) === true ? [] : [`${request.method} ${request.path}: is not described`];
    const operation = operations[request.method.toLowerCase()];
    if (!operation) return [`${request.method} ${request.path}: is not described`];
    const faults = [
      ...queryFaults(request, operation.parameters),
      ...headerFaults(request, operation.parameters),
      ...(await bodyFaults(request, operation.requestBody)),
      ...(answer ? answerFaults(answer, operation.responses) : []),
    ];
    return faults.map((fault) => `${request.method} ${request.path}: ${fault}`);
  };
}

function mediaTypeOf(header: string | undefined, content: Content): string | undefined {
  const given = (header ?? '').split(';')[0]?.trim();
  return Object.keys(content).find((type) => type === given || type.split(';')[0] === given);
}

/** Parts of a form by name; JSON parts read, files as text. */
async function partsOf(request: ApiRequest): Promise<Record<string, unknown>> {
  const form = await request.form();
  const parts: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const values = await Promise.all(form.getAll(name).map(partOf));
    parts[name] = values.length === 1 ? values[0] : values;
  }
  return parts;
}

async function partOf(part: FormDataEntryValue): Promise<unknown> {
  if (typeof part === 'string') return part;
  return part.type === 'application/json' ? (JSON.parse(await part.text()) as unknown) : part.name;
}
