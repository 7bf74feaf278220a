import { AWS } from '#shared/capabilities/aws.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { JsonObject } from '#shared/model/json.ts';

/** Numbers that are the same in every run. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export interface Size {
  readonly principals: number;
  readonly assets: number;
  readonly policies: number;
  readonly accounts: number;
}

/** An inventory of AWS with many principals that draw their policies from the same few thousand. */
export interface LargeOrganisation {
  readonly assets: readonly Asset[];
  /** What can be asked about: the assets that are no principals. */
  readonly resources: readonly string[];
  readonly permissions: readonly string[];
}

const KINDS: readonly { readonly type: string; readonly service: string; readonly resource: string }[] = [
  { type: 'aws.sagemaker.notebook-instance', service: 'sagemaker', resource: 'notebook-instance/' },
  { type: 'aws.sagemaker.endpoint', service: 'sagemaker', resource: 'endpoint/' },
  { type: 'aws.sagemaker.model', service: 'sagemaker', resource: 'model/' },
  { type: 'aws.sagemaker.training-job', service: 'sagemaker', resource: 'training-job/' },
  { type: 'aws.sagemaker.feature-group', service: 'sagemaker', resource: 'feature-group/' },
  { type: 'aws.bedrock.agent', service: 'bedrock', resource: 'agent/' },
  { type: 'aws.bedrock.knowledge-base', service: 'bedrock', resource: 'knowledge-base/' },
  { type: 'aws.bedrock-agentcore.runtime', service: 'bedrock-agentcore', resource: 'runtime/' },
  { type: 'aws.bedrock-agentcore.memory', service: 'bedrock-agentcore', resource: 'memory/' },
  { type: 'aws.lambda.function', service: 'lambda', resource: 'function:' },
  { type: 'aws.ecr.repository', service: 'ecr', resource: 'repository/' },
  { type: 'aws.kms.key', service: 'kms', resource: 'key/' },
];
const TEAMS = 200;
const REGION = 'eu-west-1';

export function largeOrganisation({
  principals,
  assets: count,
  policies,
  accounts,
}: Size): LargeOrganisation {
  const below = numbersFrom(7);
  const oneOf = <Each>(list: readonly Each[]): Each => list[below(list.length)] as Each;
  const chance = (percent: number): boolean => below(100) < percent;
  const permissions = [...new Set(AWS.map(({ permission }) => permission))];
  const accountOf = (number: number): string => String(100_000_000_000 + number);
  const roleArn = (number: number): string =>
    `arn:aws:iam::${accountOf(number % accounts)}:role/team-${number % TEAMS}/role-${number}`;

  const resources = Array.from({ length: count }, (_, number) => {
    const account = accountOf(below(accounts));
    const name = `team-${below(TEAMS)}-${number}`;
    const { type, service, resource } = oneOf(KINDS);
    return number % 10 === 0
      ? { type: 'aws.s3.bucket', id: `arn:aws:s3:::${name}`, account }
      : { type, id: `arn:aws:${service}:${REGION}:${account}:${resource}${name}`, account };
  });

  const named = (): string => {
    const { service, resource } = oneOf(KINDS);
    const account = chance(50) ? '*' : accountOf(below(accounts));
    const team = `team-${below(TEAMS)}-`;
    switch (below(10)) {
      case 0:
      case 1:
        return '*';
      case 2:
        return oneOf(resources).id;
      case 3:
        return `arn:aws:s3:::${team}*`;
      case 4:
        return `arn:aws:s3:::*/models/*`;
      case 5:
        return `arn:aws:${service}:*:${account}:*`;
      case 6:
        return `arn:aws:${service}:${REGION}:${account}:${resource}*-${below(100)}`;
      default:
        return `arn:aws:${service}:${REGION}:${account}:${resource}${team}*`;
    }
  };
  const acted = (): string => {
    const permission = oneOf(permissions);
    const [service = ''] = permission.split(':');
    switch (below(12)) {
      case 0:
        return chance(10) ? '*' : permission;
      case 1:
        return `${service}:*`;
      case 2:
        return `${service}:Get*`;
      case 3:
        return `${service}:*Model*`;
      default:
        return permission;
    }
  };
  const list = (most: number, draw: () => string): string[] => Array.from({ length: 1 + below(most) }, draw);
  const conditions: readonly JsonObject[] = [
    { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
    { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    { StringEquals: { 'aws:ResourceTag/team': 'pricing' } },
    { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/team-1*' } },
  ];
  const statement = (): JsonObject => ({
    Effect: chance(8) ? 'Deny' : 'Allow',
    [chance(2) ? 'NotAction' : 'Action']: list(6, acted),
    [chance(2) ? 'NotResource' : 'Resource']: list(3, named),
    ...(chance(12) ? { Condition: oneOf(conditions) } : {}),
  });
  const document = (statements: number, draw: () => JsonObject = statement): JsonObject => ({
    Version: '2012-10-17',
    Statement: Array.from({ length: statements }, draw),
  });
  const managed = Array.from({ length: policies }, (_, number) => ({
    PolicyName: `policy-${number}`,
    PolicyArn: `arn:aws:iam::aws:policy/policy-${number}`,
    Document: document(1 + below(6)),
  }));
  const boundaries = Array.from({ length: 20 }, (_, number) => ({
    PermissionsBoundaryArn: `arn:aws:iam::aws:policy/boundary-${number}`,
    Document: document(3, () => ({
      Effect: 'Allow',
      Action: [`${oneOf(KINDS).service}:*`, 's3:*'],
      Resource: '*',
    })),
  }));
  const trust: JsonObject = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
  };
  const grants = (): JsonObject => ({
    ...statement(),
    Principal: oneOf<JsonObject | string>([
      { AWS: accountOf(below(accounts)) },
      { AWS: [roleArn(below(principals)), roleArn(below(principals))] },
      { AWS: 'arn:aws:iam::999988887777:role/partner' },
      { Service: 'sagemaker.amazonaws.com' },
    ]),
  });

  const assets: Asset[] = [];
  const none: JsonObject[] = [];
  const relations: Asset['relations'] = [];
  const scopes = Array.from({ length: accounts }, (_, number) => ({
    provider: 'aws' as const,
    account: accountOf(number),
    region: REGION,
  }));
  const scopeOf = new Map(scopes.map((scope) => [scope.account, scope]));
  const add = (type: string, id: string, account: string, config: JsonObject): void => {
    assets.push({
      id,
      type,
      name: id.slice(id.lastIndexOf('/') + 1),
      scope: scopeOf.get(account) as Asset['scope'],
      config,
      relations,
    });
  };
  for (let number = 0; number < principals; number++) {
    const id = roleArn(number);
    // Some policies are on many principals, most on few.
    const attached = new Set(list(6, () => String(chance(30) ? below(50) : below(policies))));
    add('aws.iam.role', id, accountOf(number % accounts), {
      Arn: id,
      AssumeRolePolicyDocument: trust,
      RolePolicyList: chance(5) ? [{ PolicyName: 'own', PolicyDocument: document(1) }] : none,
      AttachedManagedPolicies: [...attached].map((each) => managed[Number(each)] as JsonObject),
      ...(chance(10) ? { PermissionsBoundary: oneOf(boundaries) } : {}),
    });
  }
  for (const { type, id, account } of resources)
    add(type, id, account, chance(10) ? { Policy: document(1 + below(2), grants) } : {});
  return { assets, resources: resources.map(({ id }) => id), permissions };
}
