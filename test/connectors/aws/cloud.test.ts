import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awsConnectors } from '#connectors/aws/index.ts';
import { GLOBAL } from '#shared/model/scope.ts';
import { HOME, MEMBER, PAGE_SIZE, REGION, sample } from '#test/estate/aws/sample.ts';
import { cloudOn, readingOf } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';

let estate: AwsEstate;
beforeEach(async () => {
  estate = await startAwsEstate(sample, undefined, { pageSize: PAGE_SIZE });
});
afterEach(() => estate.close());

const scope = (account: string, region: string) => ({ provider: 'aws', account, region });
const sent = () => estate.requests.map(({ operation }) => operation);

describe('the plan of AWS', () => {
  it('is each region and the global scope of each configured account, and asks nobody', async () => {
    const cloud = cloudOn(estate, { accounts: [HOME, MEMBER], regions: ['eu-west-1', 'us-east-1'] });
    const { scopes, coverage } = await cloud.plan();
    expect(scopes).toEqual(
      [HOME, MEMBER].flatMap((account) =>
        ['eu-west-1', 'us-east-1', GLOBAL].map((region) => scope(account, region)),
      ),
    );
    expect(coverage).toEqual([]);
    expect(sent()).toEqual([]);
  });

  it('is the home account where no account is configured', async () => {
    const { scopes } = await cloudOn(estate, { accounts: undefined }).plan();
    expect(scopes).toEqual([scope(HOME, REGION), scope(HOME, GLOBAL)]);
  });

  it('is the organisation less those excluded', async () => {
    const organization = { exclude: [HOME] };
    const { scopes, coverage } = await cloudOn(estate, { accounts: undefined, organization }).plan();
    expect(scopes).toEqual([scope(MEMBER, REGION), scope(MEMBER, GLOBAL)]);
    expect(coverage).toMatchObject([
      { scope: scope(HOME, 'estate'), operation: 'organizations:ListAccounts', outcome: 'complete' },
    ]);
  });

  it.each(['organizations:ListAccounts', 'sts:GetCallerIdentity'])(
    'says in its coverage that %s was denied, and does not throw',
    async (operation) => {
      estate.faults.set(operation, { kind: 'denied' });
      const { scopes, coverage } = await cloudOn(estate, { accounts: undefined, organization: {} }).plan();
      expect(scopes).toEqual([]);
      expect(coverage).toMatchObject([
        { scope: { region: 'estate' }, operation, outcome: 'denied', permission: operation },
      ]);
    },
  );
});

describe('entering an account', () => {
  it('asks for nothing more when the reader role is refused', async () => {
    estate.faults.set('sts:AssumeRole', { kind: 'denied' });
    const { assets, coverage } = await cloudOn(estate).discover(readingOf(MEMBER, REGION));
    expect(assets).toEqual([]);
    expect(coverage.filter(({ outcome }) => outcome !== 'complete')).toMatchObject([
      { operation: 'sts:AssumeRole', outcome: 'denied', permission: 'sts:AssumeRole' },
    ]);
    expect(new Set(sent())).toEqual(new Set(['sts:GetCallerIdentity', 'sts:AssumeRole']));
  });

  it('assumes no role at home', async () => {
    await cloudOn(estate).discover(readingOf(HOME, REGION));
    expect(sent()).not.toContain('sts:AssumeRole');
  });

  it('assumes the role once for all regions', async () => {
    const cloud = cloudOn(estate);
    await cloud.discover(readingOf(MEMBER, REGION));
    await cloud.discover(readingOf(MEMBER, GLOBAL));
    expect(sent().filter((operation) => operation === 'sts:AssumeRole')).toHaveLength(1);
  });

  it('asks once who it is, and assumes the role once, when all scopes are entered at once', async () => {
    const cloud = cloudOn(estate);
    await Promise.all(
      [REGION, 'us-east-1', GLOBAL].map((region) => cloud.discover(readingOf(MEMBER, region))),
    );
    const entering = sent().filter((operation) => operation.startsWith('sts:'));
    expect(entering.sort()).toEqual(['sts:AssumeRole', 'sts:GetCallerIdentity']);
  });

  it.each(['sts:GetCallerIdentity', 'sts:AssumeRole'])(
    'says of every scope that was entered at once that %s was denied, and asks again next time',
    async (operation) => {
      const cloud = cloudOn(estate);
      estate.faults.set(operation, { kind: 'denied' });
      const scopes = await Promise.all(
        [REGION, GLOBAL].map((region) => cloud.discover(readingOf(MEMBER, region))),
      );
      for (const { coverage } of scopes)
        expect(coverage.filter(({ outcome }) => outcome !== 'complete')).toMatchObject([
          { operation, outcome: 'denied', permission: operation },
        ]);
      expect(sent().filter((name) => name === operation)).toHaveLength(1);
      estate.faults.clear();
      expect((await cloud.discover(readingOf(MEMBER, REGION))).assets).not.toEqual([]);
    },
  );

  it('keeps what regions hold apart from what an account has once', async () => {
    const cloud = cloudOn(estate);
    const regional = await cloud.discover(readingOf(MEMBER, REGION));
    const global = await cloud.discover(readingOf(MEMBER, GLOBAL));
    expect(regional.assets.map(({ type }) => type)).not.toContain('aws.iam.role');
    const onceOnly = awsConnectors.flatMap(({ assetType }) =>
      assetType.placement === 'global' ? [assetType.id] : [],
    );
    for (const { type } of global.assets) expect(onceOnly).toContain(type);
  });
});

describe('what is read', () => {
  it('is who may do what once, for roles and for users', async () => {
    const whole = await startAwsEstate(sample, undefined, { pageSize: 100 });
    try {
      const { assets } = await cloudOn(whole).discover(readingOf(MEMBER, GLOBAL));
      const details = whole.requests.filter(
        ({ operation }) => operation === 'iam:GetAccountAuthorizationDetails',
      );
      expect(details).toHaveLength(1);
      expect(assets.map(({ name }) => name).sort()).toEqual([
        'agent',
        'bedrock-open',
        'caller',
        'invoker',
        'keyholder',
        'o-estate0001',
        'scientist',
        'training',
      ]);
    } finally {
      await whole.close();
    }
  });

  it('is what the cloud charges for only where everything is asked', async () => {
    const reading = readingOf(MEMBER, GLOBAL, ['arn:aws:iam::444455556666:role/training']);
    const outcomes = async (rarelyUsedServices: 'where-ai-lives' | 'everywhere') => {
      const { coverage } = await cloudOn(estate, { rarelyUsedServices }).discover(reading);
      return coverage.flatMap(({ operation, outcome }) =>
        operation === 'ce:GetAnomalyMonitors' ? [outcome] : [],
      );
    };
    expect(await outcomes('where-ai-lives')).toEqual(['not-asked']);
    expect(sent()).not.toContain('ce:GetAnomalyMonitors');
    expect(await outcomes('everywhere')).toEqual(['complete']);
    expect(sent()).toContain('ce:GetAnomalyMonitors');
  });

  it('is what a group gives a user, and what the boundary leaves of it', async () => {
    const { assets } = await cloudOn(estate).discover(readingOf(MEMBER, GLOBAL));
    const scientist = assets.find(({ name }) => name === 'scientist');
    expect(scientist?.config['GroupPolicyList']).toMatchObject([
      { GroupName: 'science', PolicyDocument: { Statement: [{ Action: 'sagemaker:*' }] } },
    ]);
    const invoker = assets.find(({ name }) => name === 'invoker');
    expect(invoker?.config['PermissionsBoundary']).toMatchObject({
      Document: { Statement: [{ Action: '*' }] },
    });
  });

  it('is one hundred of each searched type to the call', async () => {
    const whole = await startAwsEstate(sample, undefined, { pageSize: 100 });
    try {
      await cloudOn(whole).discover(readingOf(MEMBER, REGION));
      const searches = whole.requests.filter(({ operation }) => operation === 'sagemaker:Search');
      const searched = awsConnectors.filter(({ operations }) =>
        operations.list.some(({ id }) => id === 'sagemaker:Search'),
      );
      expect(searches).toHaveLength(searched.length);
    } finally {
      await whole.close();
    }
  });

  it('leaves out finished jobs of long ago, and keeps those that run', async () => {
    const { assets } = await cloudOn(estate).discover(readingOf(MEMBER, REGION));
    const jobs = assets.filter(({ type }) => type === 'aws.sagemaker.training-job');
    expect(jobs.map(({ name }) => name).sort()).toEqual(['job-1', 'job-2', 'sound']);
  });

  it('is the newest published version of a guardrail, and the version that an agent names', async () => {
    const { assets } = await cloudOn(estate).discover(readingOf(MEMBER, REGION));
    const guardrail = assets.find(({ name }) => name === 'grstrong');
    expect(guardrail?.config['version']).toBe('2');
    const agent = assets.find(({ name }) => name === 'agguarded');
    expect(agent?.config['agentVersions']).toMatchObject([{ version: '2' }]);
    expect(agent?.config['guardrails']).toMatchObject([{ guardrailId: 'grstrong', version: '2' }]);
  });

  it('is only the buckets that AI assets name and the roles that trust an AI service or are named', async () => {
    const cloud = cloudOn(estate);
    const { assets } = await cloud.discover(readingOf(MEMBER, REGION));
    expect(assets.map(({ id }) => id)).not.toContain('arn:aws:s3:::sample-unrelated');
    const web = `arn:aws:iam::${MEMBER}:role/web`;
    const unnamed = await cloud.discover(readingOf(MEMBER, GLOBAL));
    expect(unnamed.assets.map(({ id }) => id)).not.toContain(web);
    const named = await cloud.discover(readingOf(MEMBER, GLOBAL, [web]));
    expect(named.assets.map(({ id }) => id)).toContain(web);
  });

  it('is no role that is linked to a service: nobody but AWS can change it', async () => {
    const linked = `arn:aws:iam::${MEMBER}:role/aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForAmazonSageMakerNotebooks`;
    const member = sample.accounts[MEMBER] ?? { regions: {} };
    const description = {
      ...sample,
      accounts: {
        ...sample.accounts,
        [MEMBER]: {
          ...member,
          roles: (member.roles ?? []).flatMap((role) =>
            role['RoleName'] === 'training'
              ? [role, { ...role, Arn: linked, Path: '/aws-service-role/sagemaker.amazonaws.com/' }]
              : [role],
          ),
        },
      },
    };
    const withLinked = await startAwsEstate(description, undefined, { pageSize: PAGE_SIZE });
    try {
      const { assets } = await cloudOn(withLinked).discover(readingOf(MEMBER, GLOBAL));
      expect(assets.map(({ name }) => name)).toContain('training');
      expect(assets.map(({ id }) => id)).not.toContain(linked);
    } finally {
      await withLinked.close();
    }
  });

  it('resolves attached policies to the document of their default version', async () => {
    const { assets } = await cloudOn(estate).discover(readingOf(MEMBER, GLOBAL));
    const role = assets.find(({ name }) => name === 'training');
    expect(role?.config['AttachedManagedPolicies']).toMatchObject([
      { PolicyName: 'everything', Document: { Statement: [{ Action: '*' }] } },
    ]);
  });
});
