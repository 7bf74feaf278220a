import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NormalizedSchema } from '@smithy/core/schema';
import type { AwsCredentialIdentity } from '@smithy/types';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { AwsDescription } from '../description.ts';
import { answerBroken, type Fault, Faults } from '../faults.ts';
import { type PageSize, pageSizeFor, SMALL_PAGES } from '../paging.ts';
import { bedrock, bedrockAgent } from './bedrock.ts';
import { type Deliveries, receiving } from './deliveries.ts';
import { distorted, refusal } from './faulty.ts';
import { type Handlers, type Listed, pick } from './handler.ts';
import { iam, organizations, sts } from './identity.ts';
import { AwsError, failure, send, success } from './reply.ts';
import { type AwsRequest, understand } from './request.ts';
import { s3 } from './s3.ts';
import { sagemaker } from './sagemaker.ts';
import { services } from './services.ts';
import { AwsState } from './state.ts';
import { tagging } from './tagging.ts';

export interface AwsEstate {
  readonly endpoint: string;
  /** Credentials of the home account. */
  readonly credentials: AwsCredentialIdentity;
  readonly requests: { readonly operation: string; readonly account: string; readonly region: string }[];
  readonly faults: Faults;
  /** Operations that were asked for a second page: the client goes through all of them. */
  readonly paged: Set<string>;
  /** What there is, as it stands: a test may change, add and delete between scans. */
  readonly state: AwsState;
  /** What was sent to EventBridge, Security Hub and SES. */
  readonly deliveries: Deliveries;
  close(): Promise<void>;
}

export interface AwsEstateOptions {
  readonly pageSize?: PageSize;
}

/** The AWS APIs on loopback, for the unmodified clients: every protocol from the schemas that they ship. */
export async function startAwsEstate(
  description: AwsDescription,
  faults: Faults = new Faults(),
  { pageSize = SMALL_PAGES }: AwsEstateOptions = {},
): Promise<AwsEstate> {
  const state = new AwsState(description);
  const requests: AwsEstate['requests'] = [];
  const paged = new Set<string>();
  const deliveries: Deliveries = { events: [], findings: [], messages: [] };
  const handlers: Record<string, Handlers> = {
    bedrock,
    'bedrock-agent': bedrockAgent,
    iam,
    organizations,
    s3,
    sagemaker,
    sts,
    ...receiving(deliveries),
    tag: tagging,
  };
  // A service may be spread over files: sagemaker-jobs.ts serves some of its operations.
  for (const { prefix, handlers: more } of services) handlers[prefix] = { ...handlers[prefix], ...more };

  function answer(request: AwsRequest, fault: Fault | undefined): JsonObject {
    const { api, operation, input, account, region } = request;
    const handler = handlers[api.prefix]?.[operation.name];
    if (!handler)
      throw new AwsError(
        'UnknownOperationException',
        `The estate does not offer ${api.prefix}:${operation.name}.`,
      );
    const result = handler({
      state,
      region: state.region(account, region),
      account,
      regionName: region,
      input,
    });
    if (!isListed(result)) return result;
    const asked = input['MaxResults'] ?? input['maxResults'] ?? input['MaxItems'] ?? input['MaxBuckets'];
    if (input[result.token[0]] !== undefined) paged.add(`${api.prefix}:${operation.name}`);
    const size = pageSizeFor(pageSize, `${api.prefix}:${operation.name}`, asked);
    return {
      ...result.beside,
      ...page(result, input, fault, size, knownElement(result, operation.output)),
    };
  }

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await understand(message, await textOf(message));
    if (!request) {
      response.writeHead(404, { 'x-amzn-errortype': 'UnknownOperationException' }).end('{}');
      return;
    }
    const { api, operation, account, region } = request;
    const id = `${api.prefix}:${operation.name}`;
    requests.push({ operation: id, account, region });
    const fault = faults.take(id);
    const refused = fault && refusal(fault, api);
    if (refused) return send(response, failure(api, refused));
    try {
      const reply = success(api, operation, distorted(fault, id, answer(request, fault)));
      if (!fault || !answerBroken(fault, response, reply.body)) send(response, reply);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const reply = failure(api, error);
      if (!fault || !answerBroken(fault, response, reply.body)) send(response, reply);
    }
  }

  const server = createServer((message, response) => {
    serve(message, response).catch((error: unknown) => {
      console.error(`the loopback AWS failed at ${message.method} ${message.url}`, error);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: `AKIA${state.homeAccount}`, secretAccessKey: 'loopback' },
    requests,
    faults,
    paged,
    state,
    deliveries,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Of an element only what the reply’s schema knows: a list does not tell what only a description does. */
function knownElement({ list }: Listed, output: NormalizedSchema): (element: JsonObject) => JsonObject {
  const schema = output.isStructSchema()
    ? [...output.structIterator()].find(([name]) => name === list)?.[1]
    : undefined;
  const element = schema?.isListSchema() ? schema.getValueSchema() : undefined;
  if (!element?.isStructSchema()) return (whole) => whole;
  const known = [...element.structIterator()].map(([name]) => name);
  return (whole) => pick(whole, ...known);
}

const isListed = (result: JsonObject | Listed): result is Listed =>
  typeof result['list'] === 'string' && Array.isArray(result['items']) && Array.isArray(result['token']);

/** One page of a list; tokens are the place to go on from. */
function page(
  { list, items, token: [asked, offered], more }: Listed,
  input: JsonObject,
  fault: Fault | undefined,
  pageSize: number,
  known: (element: JsonObject) => JsonObject,
): JsonObject {
  const given = input[asked];
  if (fault?.kind === 'empty-page-with-next' && given === undefined)
    return withMore({ [list]: [], [offered]: 'at-0' }, list, more);
  const start = typeof given === 'string' ? Number(given.replace('at-', '')) || 0 : 0;
  const cut = items.slice(start, start + pageSize).map(known);
  const next =
    fault?.kind === 'repeated-next'
      ? 'at-0'
      : start + pageSize < items.length
        ? `at-${start + pageSize}`
        : undefined;
  return withMore({ [list]: cut, ...(next ? { [offered]: next } : {}) }, list, more, next);
}

/** IAM's details: four lists in one page, and a flag that says whether there is another. */
function withMore(reply: JsonObject, list: string, more: string | undefined, next?: string): JsonObject {
  const flagged = more ? { ...reply, [more]: next !== undefined || reply['Marker'] !== undefined } : reply;
  if (list !== '*') return flagged;
  const { '*': mixed, ...rest } = flagged;
  const records = Array.isArray(mixed) ? mixed.filter(isObject) : [];
  const kind = (name: string) =>
    records.flatMap((record) => (record[name] === undefined ? [] : [record[name]]));
  return {
    RoleDetailList: kind('RoleDetailList'),
    Policies: kind('Policies'),
    UserDetailList: kind('UserDetailList'),
    GroupDetailList: kind('GroupDetailList'),
    ...rest,
  };
}

async function textOf(message: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
