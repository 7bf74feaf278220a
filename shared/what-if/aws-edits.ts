import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import type { Edit, Place } from './change.ts';
import { partitionIn } from './iam-edits.ts';

/** A resource of AWS in the words of the API, and where its id and name come from. */
export interface AwsKind {
  /** The asset type. */
  readonly type: string;
  /** The end of its ARN, made from its name or id. */
  readonly arn: (name: string, place: Place) => string;
}

const regional =
  (service: string, noun: string, separator = '/') =>
  (name: string, { account, region }: Place): string =>
    `arn:${partitionIn(region)}:${service}:${region}:${account}:${noun}${separator}${name}`;

export const AWS_KINDS = {
  bucket: {
    type: 'aws.s3.bucket',
    arn: (name: string, { region }: Place) => `arn:${partitionIn(region)}:s3:::${name}`,
  },
  notebook: { type: 'aws.sagemaker.notebook-instance', arn: regional('sagemaker', 'notebook-instance') },
  model: { type: 'aws.sagemaker.model', arn: regional('sagemaker', 'model') },
  endpoint: { type: 'aws.sagemaker.endpoint', arn: regional('sagemaker', 'endpoint') },
  endpointConfig: { type: 'aws.sagemaker.endpoint-config', arn: regional('sagemaker', 'endpoint-config') },
  domain: { type: 'aws.sagemaker.domain', arn: regional('sagemaker', 'domain') },
  agent: { type: 'aws.bedrock.agent', arn: regional('bedrock', 'agent') },
  knowledgeBase: { type: 'aws.bedrock.knowledge-base', arn: regional('bedrock', 'knowledge-base') },
  runtime: { type: 'aws.bedrock-agentcore.runtime', arn: regional('bedrock-agentcore', 'runtime') },
  gateway: { type: 'aws.bedrock-agentcore.gateway', arn: regional('bedrock-agentcore', 'gateway') },
  function: { type: 'aws.lambda.function', arn: regional('lambda', 'function', ':') },
} as const satisfies Record<string, AwsKind>;
export type AwsKindName = keyof typeof AWS_KINDS;

export const awsScope = ({ account, region }: Place): Scope => ({ provider: 'aws', account, region });

export const putAws = (
  kind: AwsKindName,
  where: string,
  name: string,
  config: JsonObject,
  place: Place,
  id?: string,
): Edit => ({
  kind: 'put',
  where,
  id: id ?? AWS_KINDS[kind].arn(name, place),
  type: AWS_KINDS[kind].type,
  scope: awsScope(place),
  name,
  config,
  whole: false,
});

export const amendAws = (
  kind: AwsKindName,
  where: string,
  named: string,
  place: Place,
  amend: (config: JsonObject) => JsonObject | undefined,
): Edit => ({
  kind: 'amend',
  where,
  target: {
    type: AWS_KINDS[kind].type,
    scope: awsScope(place),
    ...(named.startsWith('arn:') ? { id: named } : { name: named }),
  },
  amend,
});

/** CloudFormation writes `RoleArn` where the Bedrock APIs write `roleArn`. */
export const lowerFirst = (value: Json | undefined): Json | undefined => {
  if (Array.isArray(value)) return value.map((element) => lowerFirst(element) ?? null);
  if (!isObject(value) || isUnread(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, nested]) => [
      key.charAt(0).toLowerCase() + key.slice(1),
      lowerFirst(nested),
    ]),
  );
};
