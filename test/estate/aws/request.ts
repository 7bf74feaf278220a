import type { IncomingMessage } from 'node:http';
import { XmlCodec } from '@aws-sdk/core/protocols';
import { toJson } from '#connectors/config.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { APIS, type Api, type Operation } from './api.ts';

/** What a client asks for. */
export interface AwsRequest {
  readonly api: Api;
  readonly operation: Operation;
  readonly input: JsonObject;
  readonly account: string;
  readonly region: string;
}

/** Understands a signed request by the schemas of the service that it was signed for. */
export async function understand(request: IncomingMessage, body: string): Promise<AwsRequest | undefined> {
  const credential = /Credential=[A-Z]+(\d{12})\w*\/\d+\/([^/]+)\/([^/]+)\//.exec(
    request.headers.authorization ?? '',
  );
  if (!credential) return undefined;
  const [, account = '', region = '', signingName] = credential;
  const url = new URL(request.url ?? '/', 'http://loopback');
  for (const api of APIS.filter((candidate) => candidate.signingName === signingName)) {
    const asked = await match(api, request, url, body);
    if (asked) return { api, account, region, ...asked };
  }
  return undefined;
}

type Asked = Pick<AwsRequest, 'operation' | 'input'>;

async function match(api: Api, request: IncomingMessage, url: URL, body: string): Promise<Asked | undefined> {
  switch (api.protocol) {
    case 'json': {
      const name = String(request.headers['x-amz-target']).split('.').at(-1);
      const operation = api.operations.find((candidate) => candidate.name === name);
      return operation && { operation, input: objectOf(body === '' ? '{}' : body) };
    }
    case 'query':
    case 'ec2': {
      const form = new URLSearchParams(body);
      const operation = api.operations.find(({ name }) => name === form.get('Action'));
      return operation && { operation, input: formInput(form) };
    }
    case 'rest-json':
      return rest(api, request.method, url.pathname, url.searchParams, async () =>
        body === '' ? {} : objectOf(body),
      );
    case 'rest-xml': {
      if (api.prefix !== 's3')
        return rest(api, request.method, url.pathname, url.searchParams, async () => ({}));
      // S3 in path style: the bucket is the first segment, and no part of the operation's path.
      const [, bucket = '', rest_ = ''] = /^\/([^/]*)(\/?.*)$/.exec(url.pathname) ?? [];
      const wanted = rest(
        {
          ...api,
          operations: api.operations.filter(({ input }) => hasMember(input, 'Bucket') === (bucket !== '')),
        },
        request.method,
        bucket === '' ? '/' : rest_ || '/',
        url.searchParams,
        async (operation) => xmlInput(operation, body),
      );
      const asked = await wanted;
      return (
        asked && {
          ...asked,
          input: { ...asked.input, ...(bucket ? { Bucket: decodeURIComponent(bucket) } : {}) },
        }
      );
    }
  }
}

const hasMember = (schema: Operation['input'], name: string): boolean =>
  schema.isStructSchema() && [...schema.structIterator()].some(([member]) => member === name);

async function rest(
  { operations }: Pick<Api, 'operations'>,
  method: string | undefined,
  pathname: string,
  query: URLSearchParams,
  read: (operation: Operation) => Promise<JsonObject>,
): Promise<Asked | undefined> {
  for (const operation of operations) {
    if (operation.method !== method) continue;
    const found = operation.path?.exec(pathname);
    if (
      !found ||
      !operation.query?.every(([key, value]) => query.has(key) && (value === '' || query.get(key) === value))
    )
      continue;
    const input: JsonObject = await read(operation);
    for (const [label, text] of Object.entries(found.groups ?? {})) input[label] = decodeURIComponent(text);
    if (operation.input.isStructSchema())
      for (const [name, member] of operation.input.structIterator()) {
        const { httpQuery } = member.getMergedTraits();
        const text = httpQuery ? query.get(httpQuery) : null;
        if (text !== null) input[name] = member.isNumericSchema() ? Number(text) : text;
      }
    // Without a schema nothing tells what the query is called in the input: as in the query.
    else for (const [name, text] of query) input[name] = text;
    return { operation, input };
  }
  return undefined;
}

function objectOf(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}

/** `Filter.member.1=Role` as `{ Filter: ['Role'] }`. */
function formInput(form: URLSearchParams): JsonObject {
  const input: JsonObject = {};
  for (const [key, text] of form) {
    const [name = '', member = ''] = key.split('.');
    const sofar = input[name];
    if (member === 'member' || /^\d+$/.test(member))
      input[name] = [...(Array.isArray(sofar) ? sofar : []), text];
    else input[name] = text;
  }
  return input;
}

async function xmlInput({ input }: Operation, body: string): Promise<JsonObject> {
  if (body === '') return {};
  const payload = [...input.structIterator()].find(([, member]) => member.getMergedTraits().httpPayload);
  if (!payload) return {};
  const [name, member] = payload;
  const codec = new XmlCodec({
    xmlNamespace: 'http://s3.amazonaws.com/doc/2006-03-01/',
    timestampFormat: { useTrait: true, default: 5 },
    httpBindings: true,
    serviceNamespace: 'com.amazonaws.s3',
  });
  const value: Json | undefined = toJson(await codec.createDeserializer().read(member, body));
  return value === undefined ? {} : { [name]: value };
}
