import * as bedrock from '@aws-sdk/client-bedrock';
import * as bedrockAgent from '@aws-sdk/client-bedrock-agent';
import * as eventBridge from '@aws-sdk/client-eventbridge';
import * as iam from '@aws-sdk/client-iam';
import * as organizations from '@aws-sdk/client-organizations';
import * as tagging from '@aws-sdk/client-resource-groups-tagging-api';
import * as s3 from '@aws-sdk/client-s3';
import * as sagemaker from '@aws-sdk/client-sagemaker';
import * as securityHub from '@aws-sdk/client-securityhub';
import * as ses from '@aws-sdk/client-sesv2';
import * as sts from '@aws-sdk/client-sts';
import { deref, NormalizedSchema } from '@smithy/core/schema';
import { type EstateService, services } from './services.ts';

/** One operation of an AWS API, from the schema that its own client ships. */
export interface Operation {
  readonly name: string;
  readonly input: NormalizedSchema;
  readonly output: NormalizedSchema;
  /** For REST protocols. */
  readonly method?: string;
  readonly path?: RegExp;
  /** Query parameters that tell this operation from others on the same path. */
  readonly query?: readonly (readonly [string, string])[];
}

export type Protocol = 'json' | 'query' | 'ec2' | 'rest-json' | 'rest-xml';

export interface Api {
  /** The IAM prefix that connectors use: `bedrock-agent`. */
  readonly prefix: string;
  /** The name in the signature's credential scope. */
  readonly signingName: string;
  readonly protocol: Protocol;
  readonly operations: readonly Operation[];
}

function api(prefix: string, signingName: string, protocol: Protocol, client: object): Api {
  const operations = Object.values(client).filter(isOperation).map(operationOf);
  // The more query parameters a path asks for, and the fewer placeholders it has, the more special it is.
  operations.sort(
    (a, b) => (b.query?.length ?? 0) - (a.query?.length ?? 0) || placeholders(a) - placeholders(b),
  );
  return { prefix, signingName, protocol, operations };
}

const placeholders = ({ path }: Operation): number => path?.source.split('(?<').length ?? 0;

type OperationSchema = readonly [
  9,
  string,
  string,
  { http?: readonly [string, string, number] } | number,
  never,
  never,
];

const isOperation = (value: unknown): value is OperationSchema => Array.isArray(value) && value[0] === 9;

function operationOf([, , name, traits, input, output]: OperationSchema): Operation {
  const http = typeof traits === 'object' ? traits.http : undefined;
  const schemas = {
    name,
    input: NormalizedSchema.of(deref(input)),
    output: NormalizedSchema.of(deref(output)),
  };
  if (!http) return schemas;
  const [method, address] = http;
  const [path = '/', query = ''] = address.split('?');
  return {
    ...schemas,
    method,
    path: pathPattern(path),
    query: [...new URLSearchParams(query)].filter(([key]) => key !== 'x-id'),
  };
}

/** The schema of a value of any kind. */
const DOCUMENT = 15;

/** `/models/{id}` as what matches it; a `+` takes in slashes. */
function pathPattern(path: string): RegExp {
  const pattern = path.replaceAll(
    /\{(\w+)(\+?)\}/g,
    (_match, label: string, greedy: string) => `(?<${label}>${greedy ? '.+' : '[^/]+'})`,
  );
  return new RegExp(`^${pattern}/?$`);
}

/** Several services sign with one name (`bedrock`): what is asked for tells them apart. */
const ALL: readonly Api[] = [
  // Before S3, which takes every path for that of an object.
  ...services.map(({ prefix, signingName, protocol, client, addresses }) =>
    addresses ? addressed(prefix, signingName, addresses) : api(prefix, signingName, protocol, client),
  ),
  api('bedrock', 'bedrock', 'rest-json', bedrock),
  api('bedrock-agent', 'bedrock', 'rest-json', bedrockAgent),
  api('events', 'events', 'json', eventBridge),
  api('iam', 'iam', 'query', iam),
  api('organizations', 'organizations', 'json', organizations),
  api('s3', 's3', 'rest-xml', s3),
  api('sagemaker', 'sagemaker', 'json', sagemaker),
  api('securityhub', 'securityhub', 'rest-json', securityHub),
  api('ses', 'ses', 'rest-json', ses),
  api('sts', 'sts', 'query', sts),
  api('tag', 'tagging', 'json', tagging),
];

/** A service may be spread over several files. */
export const APIS: readonly Api[] = ALL.filter(
  ({ prefix }, index) => ALL.findIndex((other) => other.prefix === prefix) === index,
);

/** An API whose package is from before schemas: replies are sent as they are. */
function addressed(
  prefix: string,
  signingName: string,
  addresses: NonNullable<EstateService['addresses']>,
): Api {
  const anything = NormalizedSchema.of(DOCUMENT);
  const operations = Object.entries(addresses).map(([name, [method, path]]) => ({
    name,
    input: anything,
    output: anything,
    method,
    path: pathPattern(path),
    query: [],
  }));
  return { prefix, signingName, protocol: 'rest-json', operations };
}
