import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reachesAi } from '#connectors/aws/iam/reach.ts';
import { awsAccess } from '#shared/access/aws/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import { isObject } from '#shared/model/json.ts';
import { GLOBAL } from '#shared/model/scope.ts';
import { MEMBER, sample } from '#test/estate/aws/sample.ts';
import { cloudOn, readingOf, scanMember } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';

const granting = (statement: object) => [
  { PolicyName: 'p', PolicyDocument: { Statement: [{ Effect: 'Allow', Resource: '*', ...statement }] } },
];

describe('a policy reaches what AI rests on', () => {
  it.each([
    ['*'],
    ['s3:*'],
    ['s3:Get*'],
    ['S3:putobject'],
    ['ecr:PutImage'],
    ['lambda:Update*'],
    ['sts:Assume*'],
    ['iam:PassRole'],
    ['iam:Create*'],
    ['kms:Decrypt'],
    ['secretsmanager:Get*'],
    ['bedrock-agentcore:Get*'],
    ['s?:GetObject'],
  ])('by %s', (Action) => expect(reachesAi(granting({ Action: ['ec2:DescribeVpcs', Action] }))).toBe(true));

  it('by all that it does not leave out, and by what of it was not read', () => {
    expect(reachesAi(granting({ NotAction: 'iam:*' }))).toBe(true);
    expect(reachesAi([{ PolicyName: 'p', PolicyArn: 'arn', Document: undefined }])).toBe(true);
  });

  it.each([['cloudwatch:*'], ['s3:List*'], ['iam:Get*'], ['logs:PutLogEvents']])('not by %s', (Action) =>
    expect(reachesAi(granting({ Action }))).toBe(false),
  );

  it('not by what it denies', () => expect(reachesAi(granting({ Effect: 'Deny', Action: '*' }))).toBe(false));
});

describe('the identities of an account', () => {
  let estate: AwsEstate;
  let assets: readonly Asset[];
  const context = (type: string) =>
    assets.flatMap((asset) => (asset.type === type && asset.isContext ? [asset.name] : [])).sort();
  const named = (type: string, name: string) =>
    assets.find((asset) => asset.type === type && asset.name === name);

  beforeAll(async () => {
    estate = await startAwsEstate(sample);
    assets = (await scanMember(cloudOn(estate))).assets;
  });
  afterAll(() => estate.close());

  it('that may reach what AI rests on are context, the others are left out', () => {
    expect(context('aws.iam.role')).toEqual(['deployer']);
    expect(context('aws.iam.user')).toEqual(['bookkeeper']);
    expect(named('aws.iam.role', 'gatherer')).toBeUndefined();
  });

  it('have as context no document of a policy that is shared: it is an asset of its own', () => {
    const deploying = [{ PolicyName: 'deploying', PolicyArn: `arn:aws:iam::${MEMBER}:policy/deploying` }];
    expect(named('aws.iam.role', 'deployer')?.config['AttachedManagedPolicies']).toEqual(deploying);
    const { AttachedManagedPolicies, PermissionsBoundary } =
      named('aws.iam.user', 'bookkeeper')?.config ?? {};
    expect(AttachedManagedPolicies).toEqual(deploying);
    expect(PermissionsBoundary).toEqual({
      PermissionsBoundaryType: 'Policy',
      PermissionsBoundaryArn: `arn:aws:iam::${MEMBER}:policy/bounding`,
    });
    // Nobody has it: it only bounds.
    expect(named('aws.iam.managed-policy', 'bounding')?.config['Document']).toMatchObject({
      Statement: [{ Action: 's3:*' }],
    });
    expect(named('aws.iam.managed-policy', 'deploying')?.config['Document']).toEqual({
      Statement: [{ Effect: 'Allow', Action: ['ecr:Put*', 'lambda:Update*'], Resource: '*' }],
    });
    expect(named('aws.iam.managed-policy', 'unused')).toBeUndefined();
  });

  it('are judged by the documents of those assets', () => {
    const access = awsAccess(assets);
    const may = (name: string, permission: string) =>
      access.decide(
        access.principals.findIndex((principal) => principal.name === name),
        { permission, resource: `arn:aws:lambda:eu-west-1:${MEMBER}:function:rates` },
      ).access;
    expect(may('deployer', 'lambda:UpdateFunctionCode')).toBe('yes');
    expect(may('deployer', 'lambda:DeleteFunction')).toBe('no');
    // The same policy, and a boundary that is about something else.
    expect(may('bookkeeper', 'lambda:UpdateFunctionCode')).toBe('no');
    expect(access.unread.filter((what) => what.startsWith('policy '))).toEqual([]);
  });

  it('lead from an instance over its profile to the role that it acts as', () => {
    const profile = named('aws.iam.instance-profile', 'gpu');
    const instance = assets.find(({ type, relations }) =>
      type === 'aws.ec2.instance'
        ? relations.some(({ kind, target }) => kind === 'assumes' && target === profile?.id)
        : false,
    );
    expect(instance).toBeDefined();
    expect(profile?.relations).toEqual([{ kind: 'assumes', target: `arn:aws:iam::${MEMBER}:role/gpu` }]);
    expect(named('aws.iam.role', 'gpu')).toBeDefined();
    expect(named('aws.iam.role', 'gpu')?.isContext).toBeUndefined();
  });

  it('are not kept as context where an account has no AI', async () => {
    const { assets: alone } = await cloudOn(estate).discover(readingOf(MEMBER, GLOBAL, []));
    expect(alone.filter(({ type }) => type === 'aws.iam.managed-policy')).toEqual([]);
    expect(alone.filter(({ isContext, type }) => isContext && type.startsWith('aws.iam.'))).toEqual([]);
  });

  it('are no users of context where nobody knows whose keys are of Bedrock', async () => {
    estate.faults.set('iam:ListServiceSpecificCredentials', { kind: 'denied' });
    const faulty = await scanMember(cloudOn(estate));
    estate.faults.clear();
    const users = faulty.assets.filter(({ type }) => type === 'aws.iam.user');
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter(({ isContext }) => isContext)).toEqual([]);
  });
});

describe('the organization', () => {
  it('tells the levels of each account and every policy that controls it', async () => {
    const estate = await startAwsEstate(sample);
    const { assets } = await scanMember(cloudOn(estate));
    await estate.close();
    const config = assets.find(({ type }) => type === 'aws.organizations.organization')?.config ?? {};
    const ids = (key: string) => {
      const list = config[key];
      return Array.isArray(list) ? list.map((policy) => (isObject(policy) ? policy['Id'] : undefined)) : list;
    };
    expect(config['accounts']).toEqual([
      { Id: '444455556666', State: 'ACTIVE', Paths: ['o-estate0001/r-ab12/444455556666/'] },
      {
        Id: '111122223333',
        State: 'ACTIVE',
        Paths: ['o-estate0001/r-ab12/ou-ab12-11111111/111122223333/'],
      },
      { Id: '777788889999', State: 'ACTIVE' },
    ]);
    expect(ids('serviceControlPolicies')).toEqual(['p-FullAWSAccess', 'p-models0001', 'p-buckets001']);
    expect(ids('resourceControlPolicies')).toEqual(['p-outsiders1']);
    expect(ids('policies')).toEqual(['p-optout0001', 'p-bedrock001', 'p-models0001']);
  });
});
