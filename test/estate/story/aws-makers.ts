import type { JsonObject } from '#shared/model/json.ts';

export const PLATFORM = '111122223333';
export const RESEARCH = '444455556666';
export const REGION = 'eu-central-1';

export const arn = (service: string, account: string, resource: string): string =>
  `arn:aws:${service}:${REGION}:${account}:${resource}`;
export const roleArn = (account: string, name: string): string => `arn:aws:iam::${account}:role/${name}`;
export const key = (account: string): string =>
  arn('kms', account, 'key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001');
export const image = (account: string, name: string): string =>
  `${account}.dkr.ecr.${REGION}.amazonaws.com/${name}`;
export const vpc = {
  SecurityGroupIds: ['sg-0a1b2c3d4e5f60718'],
  Subnets: ['subnet-0b1c2d3e4f5a60718', 'subnet-0c1d2e3f4a5b60718'],
};
export const tags = (owner: string): JsonObject[] => [{ Key: 'owner', Value: owner }];

export function role(
  account: string,
  name: string,
  service: string,
  policy: JsonObject,
  conditions?: JsonObject,
): JsonObject {
  const trust = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: service },
        Action: 'sts:AssumeRole',
        ...(conditions ? { Condition: conditions } : {}),
      },
    ],
  };
  return {
    Path: '/',
    RoleName: name,
    RoleId: `AROA${name
      .toUpperCase()
      .replaceAll(/[^A-Z]/g, '')
      .padEnd(16, 'X')
      .slice(0, 16)}`,
    Arn: roleArn(account, name),
    CreateDate: '2025-03-04T09:00:00.000Z',
    AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)),
    InstanceProfileList: [],
    RolePolicyList: [
      {
        PolicyName: 'work',
        PolicyDocument: encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: [policy] })),
      },
    ],
    AttachedManagedPolicies: [],
    Tags: [],
  };
}

export const blocked = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
export const tlsOnly = (bucket: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'TlsOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });

export const soundBucket = (name: string, account: string): JsonObject => ({
  Name: name,
  PublicAccessBlockConfiguration: blocked,
  Policy: tlsOnly(name),
  PolicyStatus: { IsPublic: false },
  ServerSideEncryptionConfiguration: {
    Rules: [
      {
        ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key(account) },
        BucketKeyEnabled: true,
      },
    ],
  },
  Versioning: { Status: 'Enabled' },
  OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  LoggingEnabled: { TargetBucket: `${name}-logs`, TargetPrefix: 'access/' },
});

export const filter = (
  type: string,
  inputStrength: string,
  outputStrength: string,
  inputAction: string,
): JsonObject => ({
  type,
  inputStrength,
  outputStrength,
  inputModalities: ['TEXT', 'IMAGE'],
  outputModalities: ['TEXT', 'IMAGE'],
  inputAction,
  outputAction: inputAction,
  inputEnabled: true,
  outputEnabled: true,
});

export const HARMS = ['HATE', 'INSULTS', 'SEXUAL', 'VIOLENCE', 'MISCONDUCT'] as const;

/** What CloudWatch counts where a model is called. */
export const invoking = (model: string): Readonly<Record<string, readonly JsonObject[]>> => ({
  'cloudwatch/metrics': [
    {
      Namespace: 'AWS/Bedrock',
      MetricName: 'Invocations',
      Dimensions: [{ Name: 'ModelId', Value: model }],
      values: [40],
    },
  ],
});
