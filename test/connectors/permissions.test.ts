import { describe, expect, it } from 'vitest';
import { type Connector, operationsOf } from '#connectors/connector.ts';
import { changeEvents, connectors } from '#connectors/index.ts';
import { awsPolicy, azureRole, googleRole, permissionsOf } from '#connectors/permissions.ts';

const all: readonly Connector[] = Object.values(connectors).flat();

describe('the generated policies', () => {
  it('grant every declared permission and nothing else', () => {
    const declared = (some: readonly Connector[]) =>
      new Set(some.flatMap(operationsOf).map(({ permission }) => permission));
    const actions = awsPolicy(connectors.aws).Statement.flatMap(({ Action }) => Action);
    expect(new Set(actions)).toEqual(declared(connectors.aws));
    expect(new Set(azureRole(connectors.azure, []).Actions)).toEqual(declared(connectors.azure));
    expect(new Set(googleRole(connectors.gcp).includedPermissions)).toEqual(declared(connectors.gcp));
  });

  it('name every action, and none that writes or reads data', () => {
    for (const action of awsPolicy(connectors.aws).Statement.flatMap(({ Action }) => Action))
      expect(action).toMatch(
        /^[a-z0-9-]+:(?:Describe|Get|List|Search|BatchGet|View|GenerateServiceLastAccessed)\w*$|^apigateway:GET$/,
      );
    expect(
      permissionsOf(all)
        .map(({ permission }) => permission)
        .join(' '),
    ).not.toMatch(/\*|s3:GetObject\b|s3:ListBucket\b|listKeys|GetAgentMemory/);
  });

  it('say which operations and asset types need each permission', () => {
    expect(permissionsOf(connectors.aws)).toContainEqual({
      permission: 's3:ListAllMyBuckets',
      operations: ['s3:ListBuckets'],
      assetTypes: ['aws.s3.bucket', 'aws.s3.default-bucket'],
    });
    const sorted = permissionsOf(all).map(({ permission }) => permission);
    expect(sorted).toEqual([...sorted].sort());
    expect(new Set(sorted).size).toBe(sorted.length);
  });
});

describe('the change events', () => {
  it('come from the service that the operations belong to', () => {
    expect(changeEvents).toContainEqual({
      eventSource: 'bedrock.amazonaws.com',
      eventName: 'UpdateAgentAlias',
      assetTypes: ['aws.bedrock.agent'],
    });
    expect([...new Set(changeEvents.map(({ eventSource }) => eventSource))]).toEqual(
      expect.arrayContaining(
        ['bedrock', 'iam', 's3', 'sagemaker'].map((service) => `${service}.amazonaws.com`),
      ),
    );
  });
});
