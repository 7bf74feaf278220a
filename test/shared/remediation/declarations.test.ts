import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { permissionsOf } from '#connectors/permissions.ts';
import { checks } from '#shared/checks/index.ts';
import type { Scope } from '#shared/model/scope.ts';
import { permissionsOfAction } from '#shared/remediation/action.ts';
import { isWithin } from '#shared/remediation/authority.ts';
import { cloudAccess } from '#shared/remediation/cloud-access.ts';
import { covers } from '#shared/remediation/compare.ts';
import { actions } from '#shared/remediation/index.ts';
import {
  azureRemediatorRole,
  googleRemediatorRole,
  isEverPlanned,
  planningReads,
  remediationPolicy,
} from '#shared/remediation/permissions.ts';

describe.each(actions.map((action) => [action.id, action] as const))('%s', (_id, action) => {
  it.each(action.fixes)('fixes %s, which is a check of an asset type that it has a setting for', (id) => {
    const check = checks.find((candidate) => candidate.id === id);
    const assetTypes = [...Object.keys(action.settings), ...Object.keys(action.byHand ?? {})];
    expect(check?.assetType.id, `there is no check ${id}`).toBeOneOf(assetTypes);
  });

  it('says what may break, and can be undone or is for a person to do', () => {
    expect(action.risk.length).toBeGreaterThan(40);
    for (const { remove, absentMeans } of Object.values(action.settings))
      expect(remove !== undefined || absentMeans !== undefined).toBe(true);
    for (const instead of Object.values(action.byHand ?? {})) expect(instead).toMatch(/^Cannot act: .{100,}/);
    expect(Object.keys({ ...action.settings, ...action.byHand })).not.toEqual([]);
  });
});

describe('remediationPolicy', () => {
  const policy = remediationPolicy(actions);

  it('grants exactly what the declared operations take, action by action', () => {
    expect(policy.aws).toEqual([
      {
        Sid: 'AwsBedrockEnableInvocationLogging',
        Effect: 'Allow',
        Action: [
          'bedrock:DeleteModelInvocationLoggingConfiguration',
          'bedrock:GetModelInvocationLoggingConfiguration',
          'bedrock:PutModelInvocationLoggingConfiguration',
        ],
        Resource: ['*'],
      },
      {
        Sid: 'AwsBedrockEnableInvocationLoggingPassRole',
        Effect: 'Allow',
        Action: ['iam:PassRole'],
        Resource: ['arn:aws:iam::*:role/*'],
        Condition: { StringEquals: { 'iam:PassedToService': 'bedrock.amazonaws.com' } },
      },
      {
        Sid: 'AwsS3BlockPublicAccess',
        Effect: 'Allow',
        Action: ['s3:GetBucketPublicAccessBlock', 's3:PutBucketPublicAccessBlock'],
        Resource: ['arn:aws:s3:::*'],
      },
    ]);
    expect(policy.azure).toEqual([
      'Microsoft.CognitiveServices/accounts/read',
      'Microsoft.CognitiveServices/accounts/write',
      'Microsoft.MachineLearningServices/workspaces/read',
      'Microsoft.MachineLearningServices/workspaces/write',
      'Microsoft.Search/searchServices/read',
      'Microsoft.Search/searchServices/write',
      'Microsoft.Storage/storageAccounts/read',
      'Microsoft.Storage/storageAccounts/write',
    ]);
    expect(policy.gcp).toEqual([
      'aiplatform.endpoints.getIamPolicy',
      'aiplatform.endpoints.setIamPolicy',
      'aiplatform.reasoningEngines.getIamPolicy',
      'aiplatform.reasoningEngines.setIamPolicy',
      'storage.buckets.get',
      'storage.buckets.getIamPolicy',
      'storage.buckets.setIamPolicy',
      'storage.buckets.update',
    ]);
  });

  it('names what an operation takes beside the permission of its name', () => {
    expect(policy.byAction['gcp.storage.enforce-public-access-prevention']).toEqual([
      'storage.buckets.get',
      'storage.buckets.setIamPolicy',
      'storage.buckets.update',
    ]);
  });

  it('grants nothing to what no check leads to, and what it takes once one does', () => {
    const [led] = actions.filter(({ id }) => id === 'gcp.vertex.remove-public-members');
    if (!led) throw new Error('no such action');
    const unled = { ...led, fixes: [] };
    expect(remediationPolicy([unled])).toMatchObject({ aws: [], azure: [], gcp: [] });
    expect(remediationPolicy([led]).gcp).toEqual(permissionsOfAction(unled));
  });

  it('has no wildcard action, and names every permission that is declared', () => {
    const granted = [...policy.aws.flatMap(({ Action }) => Action), ...policy.azure, ...policy.gcp];
    expect(granted.filter((action) => action.includes('*'))).toEqual([]);
    for (const action of actions.filter(isEverPlanned))
      for (const permission of permissionsOfAction(action)) expect(granted).toContain(permission);
  });

  it('makes a role of it for an identity apart from the reader, which writes nothing', () => {
    const [azure, google] = [
      azureRemediatorRole(actions, ['/subscriptions/1']),
      googleRemediatorRole(actions),
    ];
    expect(azure).toMatchObject({
      Actions: policy.azure,
      DataActions: [],
      AssignableScopes: ['/subscriptions/1'],
    });
    expect(google.includedPermissions).toEqual(policy.gcp);
    const read = (['aws', 'azure', 'gcp'] as const).flatMap((provider) =>
      permissionsOf(planningReads(actions, provider)).map(({ permission }) => permission),
    );
    expect(read).toContain('Microsoft.CognitiveServices/accounts/read');
    expect(read).toContain('storage.buckets.getIamPolicy');
    expect(read.filter((permission) => /write|set|update|put|delete/i.test(permission))).toEqual([]);
  });

  it('narrows roles that may be passed, and follows the partition', () => {
    const narrow = remediationPolicy(actions, {
      partition: 'aws-us-gov',
      passableRoles: ['arn:aws-us-gov:iam::111122223333:role/logs'],
    });
    const resources = narrow.aws.map(({ Resource }) => Resource);
    expect(resources).toContainEqual(['arn:aws-us-gov:iam::111122223333:role/logs']);
    expect(resources).toContainEqual(['arn:aws-us-gov:s3:::*']);
  });
});

describe('cloudAccess', () => {
  const scope: Scope = { provider: 'aws', account: '444455556666', region: 'eu-west-1' };
  const s3 = actions.find(({ id }) => id === 'aws.s3.block-public-access');

  /** What is asked of STS when the credentials of these clients are wanted. */
  async function assumed(account: string, purpose: 'read' | 'write'): Promise<URLSearchParams[]> {
    if (!s3) throw new Error('no such action');
    const asked: URLSearchParams[] = [];
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      asked.push(new URLSearchParams(body));
      response
        .writeHead(200, { 'content-type': 'text/xml' })
        .end(
          '<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASSUMED</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>',
        );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const access = cloudAccess({
      aws: {
        home: {
          account: '111122223333',
          homeRegion: 'eu-west-1',
          endpoint: `http://127.0.0.1:${port}`,
          credentials: async () => ({ accessKeyId: 'HOME', secretAccessKey: 'home' }),
        },
        readerRoleName: 'aispm-reader',
        remediatorRoleName: 'aispm-remediator',
        externalId: 'of-acme',
      },
    });
    await access
      .aws({ ...scope, account }, purpose, s3)
      .s3()
      .config.credentials();
    await new Promise((resolve) => server.close(resolve));
    return asked;
  }

  it('writes through the remediator role alone, narrowed to what the action declares', async () => {
    for (const account of ['111122223333', '444455556666']) {
      const [asked] = await assumed(account, 'write');
      expect(asked?.get('RoleArn')).toBe(`arn:aws:iam::${account}:role/aispm-remediator`);
      expect(asked?.get('ExternalId')).toBe('of-acme');
      expect(JSON.parse(asked?.get('Policy') ?? '{}').Statement).toEqual(
        remediationPolicy(actions.filter(({ id }) => id === s3?.id)).aws,
      );
    }
  });

  it('plans through the reader role, and as itself in its own account', async () => {
    const [asked] = await assumed('444455556666', 'read');
    expect(asked?.get('RoleArn')).toBe('arn:aws:iam::444455556666:role/aispm-reader');
    expect(await assumed('111122223333', 'read')).toEqual([]);
  });

  it('says where no identity is configured', () => {
    if (!s3) throw new Error('no such action');
    expect(() => cloudAccess({}).aws(scope, 'read', s3)).toThrow('no identity for AWS is configured');
    expect(() => cloudAccess({}).azure(scope, 'read', s3)).toThrow('no identity for Azure is configured');
    expect(() => cloudAccess({}).google(scope, 'read', s3)).toThrow(
      'no identity for Google Cloud is configured',
    );
  });

  it('reads as the reader, and writes as the remediator or not at all', () => {
    if (!s3) throw new Error('no such action');
    const azure = (name: string) => ({ name, credential: { getToken: async () => null } });
    const google = (name: string) => ({
      ...azure(name),
      credential: { operation: { id: 'token', permission: 'token' }, getToken: async () => null },
    });
    const readers = cloudAccess({ azure: { reader: azure('r') }, google: { reader: google('r') } });
    expect(readers.azure(scope, 'read', s3)).toMatchObject({ name: 'r' });
    expect(() => readers.azure(scope, 'write', s3)).toThrow('set azure.remediation.clientId');
    expect(() => readers.google(scope, 'write', s3)).toThrow('set gcp.remediation.serviceAccount');
    expect(readers.whyNoWrite?.({ ...scope, provider: 'azure' })).toContain(
      'no remediator identity is configured',
    );
    expect(readers.whyNoWrite?.({ ...scope, provider: 'gcp' })).toContain(
      'no remediator identity is configured',
    );
    expect(readers.whyNoWrite?.(scope)).toBeUndefined();

    const both = cloudAccess({
      azure: { reader: azure('r'), remediator: azure('w') },
      google: { reader: google('r'), remediator: google('w') },
    });
    expect(both.azure(scope, 'write', s3)).toMatchObject({ name: 'w' });
    expect(both.google(scope, 'read', s3)).toMatchObject({ name: 'r' });
    expect(both.google(scope, 'write', s3)).toMatchObject({ name: 'w' });
    expect(both.whyNoWrite?.({ ...scope, provider: 'azure' })).toBeUndefined();
  });
});

it.each([
  ['aws/*/*', true],
  ['aws/111122223333/eu-west-1', true],
  ['aws/111122223333/*', true],
  ['aws/1111*/*', false],
  ['aws/111122223333', false],
  ['azure/*/*', false],
  ['*/*/*', true],
])('the pattern %s matches aws/111122223333/eu-west-1: %s', (pattern, expected) => {
  expect(isWithin({ provider: 'aws', account: '111122223333', region: 'eu-west-1' }, pattern)).toBe(expected);
});

it.each([
  [{ a: 1, b: 2 }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: { b: 1, c: 2 } }, { a: { b: 1 } }, true],
  [{ a: { b: 2 } }, { a: { b: 1 } }, false],
  [null, { a: 1 }, false],
  [null, null, true],
  [{}, null, false],
])('%j covers %j: %s', (present, wanted, expected) => {
  expect(covers(present, wanted)).toBe(expected);
});
