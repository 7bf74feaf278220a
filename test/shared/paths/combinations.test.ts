import { describe, expect, it } from 'vitest';
import { estateAccess } from '#shared/access/estate.ts';
import { Analysis } from '#shared/paths/analyse.ts';
import { combinations, techniques } from '#shared/paths/index.ts';
import { CombinationJudge } from '#shared/paths/judge-combinations.ts';
import { judgePaths } from '#shared/pipeline/judge-paths.ts';
import {
  agent,
  domain,
  guardrail,
  invocationLogging,
  knowledgeBase,
  model,
  oauthProvider,
  profile,
  repository,
  runtime,
} from './aws/rows.ts';
import { ACCOUNT as AWS_ACCOUNT, allow, role, user } from './aws/statements.ts';
import { ACCOUNT, assigned, resource } from './azure/assignments.ts';
import { type AssetRow, assetsOf } from './estate.ts';
import { vertex } from './gcp/policies.ts';

interface Row {
  readonly target: string;
  readonly estate: readonly AssetRow[];
  /** The same with one fact that does not hold, by that fact. */
  readonly misses: Readonly<Record<string, readonly AssetRow[]>>;
}

const AT = new Date('2026-07-01T00:00:00.000Z');

function judgementOf(id: string, { target }: Pick<Row, 'target'>, rows: readonly AssetRow[]) {
  const assets = assetsOf(rows);
  const analysis = new Analysis({ assets, access: estateAccess(assets), techniques, at: AT });
  return new CombinationJudge(analysis, AT)
    .verdicts(combinations.filter((combination) => combination.id === id))
    .find(({ assetId }) => assetId === target);
}

const SAGEMAKER = 'sagemaker.amazonaws.com';
const BEDROCK = 'bedrock.amazonaws.com';
const AGENTCORE = 'bedrock-agentcore.amazonaws.com';

/** A role with everything, as which the thing runs; or one with next to nothing. */
const strong = (service: string) => role('pricing', service, allow('*'));
const weak = (service: string) => role('pricing', service, allow('logs:PutLogEvents'));

const bucket = (Policy?: Record<string, unknown>): AssetRow => ({
  type: 'aws.s3.bucket',
  id: 'arn:aws:s3:::pricing-models',
  config: { Name: 'pricing-models', ...(Policy ? { Policy: Policy as never } : {}) },
});

const file = (isDangerous: boolean | undefined): AssetRow => ({
  type: 'aws.s3.model-file',
  id: 'arn:aws:s3:::pricing-models/v7/model.tar.gz',
  config: isDangerous === undefined ? { notRead: ['it is encrypted'] } : { isDangerous },
  relations: [{ kind: 'loaded-by', target: model().id }],
});
const deployed = (ModelName: string): AssetRow => ({
  type: 'aws.sagemaker.endpoint-config',
  id: 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint-config/pricing',
  config: { EndpointConfigName: 'pricing', ProductionVariants: [{ ModelName }] },
});
const live: AssetRow = {
  type: 'aws.sagemaker.endpoint',
  id: 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/pricing',
  config: { EndpointConfigName: 'pricing', EndpointStatus: 'InService' },
};

const openTo = (Principal: unknown, Action: string): Record<string, unknown> => ({
  Statement: [{ Effect: 'Allow', Principal, Action, Resource: 'arn:aws:s3:::pricing-models/*' }],
});

const remembering = (enabledMemoryTypes: string[]) =>
  agent({
    memoryConfiguration: { enabledMemoryTypes },
    actionGroups: [{ actionGroupName: 'web', actionGroupState: 'ENABLED', agentVersion: 'DRAFT' }],
  });

const acting = (requireConfirmation: string) =>
  agent({ actionFunctions: [{ name: 'pay', requireConfirmation }] });

const retriever = role(
  'pricing',
  BEDROCK,
  allow('bedrock:Retrieve', 'arn:aws:bedrock:eu-west-1:111122223333:knowledge-base/KB1'),
);
const writer = user('intern', allow('s3:PutObject', 'arn:aws:s3:::terms/published/*'));

const pushed = (account: string): AssetRow => ({
  ...repository(),
  config: {
    ...repository().config,
    Policy: {
      Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'ecr:*' }],
    },
  },
});

const tokens = role(
  'pricing',
  AGENTCORE,
  allow(['bedrock-agentcore:GetWorkloadAccessToken', 'bedrock-agentcore:GetResourceOauth2Token']),
);

const filtered = (raiPolicyName?: string): AssetRow =>
  resource('azure.cognitive-services.deployment', `${ACCOUNT}/deployments/gpt`, {
    properties: raiPolicyName === undefined ? {} : { raiPolicyName },
  });
const account = (properties = {}) => resource('azure.cognitive-services.account', ACCOUNT, { properties });
const keysFor = (principalType: string) =>
  assigned(
    '33333333-0000-4000-8000-000000000003',
    ACCOUNT,
    { actions: ['Microsoft.CognitiveServices/accounts/listKeys/action'] },
    { principalType },
  );

const ENDPOINT = vertex('endpoints');
const viewers = (member: string): AssetRow[] => [
  {
    type: 'gcp.resource-manager.project-policy',
    id: '//cloudresourcemanager.googleapis.com/projects/nordlicht-ml',
    config: { bindings: [{ role: 'roles/viewer', members: [member] }] },
  },
];
const endpoint = (deployedModels: { model: string }[]): AssetRow => ({
  type: 'gcp.vertex.endpoint',
  id: ENDPOINT,
  config: { name: ENDPOINT.replace('//aiplatform.googleapis.com/', ''), deployedModels, iamPolicy: {} },
});
const served = [{ model: 'projects/nordlicht-ml/locations/europe-west4/models/42' }];

const rows: Readonly<Record<string, Row>> = {
  'aws.combinations.writable-model-with-reach': {
    target: model().id,
    estate: [model(), bucket(openTo('*', 's3:PutObject')), strong(SAGEMAKER)],
    misses: {
      'nobody writes': [model(), bucket(openTo('*', 's3:ListBucket')), strong(SAGEMAKER)],
      'only an insider writes': [
        model(),
        bucket(),
        strong(SAGEMAKER),
        user('intern', allow('s3:PutObject', 'arn:aws:s3:::pricing-models/*')),
      ],
      'the role reaches nothing': [model(), bucket(openTo('*', 's3:PutObject')), weak(SAGEMAKER)],
    },
  },
  'aws.combinations.dangerous-file-with-reach': {
    target: model().id,
    estate: [model(), file(true), deployed('pricing'), live, strong(SAGEMAKER)],
    misses: {
      'the file is harmless': [model(), file(false), deployed('pricing'), live, strong(SAGEMAKER)],
      'another model is deployed': [model(), file(true), deployed('churn'), live, strong(SAGEMAKER)],
      'nothing is deployed': [model(), file(true), deployed('pricing'), strong(SAGEMAKER)],
      'the role reaches nothing': [model(), file(true), deployed('pricing'), live, weak(SAGEMAKER)],
    },
  },
  'aws.combinations.remembering-agent-with-reach': {
    target: agent().id,
    estate: [remembering(['SESSION_SUMMARY']), strong(BEDROCK)],
    misses: {
      'it remembers nothing': [remembering([]), strong(BEDROCK)],
      'the role reaches nothing': [remembering(['SESSION_SUMMARY']), weak(BEDROCK)],
    },
  },
  'aws.combinations.poisoned-knowledge-acted-on': {
    target: knowledgeBase().id,
    estate: [knowledgeBase(), acting('DISABLED'), retriever, writer],
    misses: {
      'nobody writes': [knowledgeBase(), acting('DISABLED'), retriever],
      'the agent asks': [knowledgeBase(), acting('ENABLED'), retriever, writer],
      'the agent does not use it': [knowledgeBase(), acting('DISABLED'), weak(BEDROCK), writer],
    },
  },
  'aws.combinations.foreign-image-beside-vault': {
    target: runtime().id,
    estate: [runtime(), pushed('444455556666'), tokens, oauthProvider()],
    misses: {
      'only the own account pushes': [runtime(), pushed(AWS_ACCOUNT), tokens, oauthProvider()],
      'it gets at no credentials': [runtime(), pushed('444455556666'), weak(AGENTCORE), oauthProvider()],
    },
  },
  'aws.combinations.unwatched-guardrail-writer': {
    target: guardrail().id,
    estate: [
      guardrail(),
      invocationLogging(),
      user('intern', allow(['bedrock:UpdateGuardrail', 'bedrock:DeleteModelInvocationLoggingConfiguration'])),
    ],
    misses: {
      'two people have one each': [
        guardrail(),
        invocationLogging(),
        user('intern', allow('bedrock:UpdateGuardrail')),
        user('trainee', allow('bedrock:DeleteModelInvocationLoggingConfiguration')),
      ],
      'nobody loosens': [
        guardrail(),
        invocationLogging(),
        user('intern', allow('bedrock:DeleteModelInvocationLoggingConfiguration')),
      ],
    },
  },
  'aws.combinations.one-role-for-all-profiles': {
    target: domain().id,
    estate: [
      domain(),
      { ...profile(), config: { DomainId: 'd-pricing', UserProfileName: 'noor', UserSettings: {} } },
      role('pricing', SAGEMAKER, allow('s3:GetObject', 'arn:aws:s3:::claims/*')),
      user('intern', allow('sagemaker:CreatePresignedDomainUrl')),
    ],
    misses: {
      'the profile has a role of its own': [
        domain(),
        profile(),
        role('pricing', SAGEMAKER, allow('s3:GetObject', 'arn:aws:s3:::claims/*')),
        user('intern', allow('sagemaker:CreatePresignedDomainUrl')),
      ],
      'nobody opens the sessions of others': [
        domain(),
        { ...profile(), config: { DomainId: 'd-pricing', UserProfileName: 'noor', UserSettings: {} } },
        role('pricing', SAGEMAKER, allow('s3:GetObject', 'arn:aws:s3:::claims/*')),
      ],
    },
  },
  'azure.combinations.unfiltered-account-with-shared-keys': {
    target: ACCOUNT,
    estate: [account(), filtered(), keysFor('Group')],
    misses: {
      'one user has it': [account(), filtered(), keysFor('User')],
      'keys are off': [account({ disableLocalAuth: true }), filtered(), keysFor('Group')],
      'a filter was chosen': [account(), filtered('strict'), keysFor('Group')],
    },
  },
  'gcp.combinations.endpoint-for-a-whole-domain': {
    target: ENDPOINT,
    estate: [endpoint(served), ...viewers('domain:nordlicht.example')],
    misses: {
      'one user has it': [endpoint(served), ...viewers('user:noor@nordlicht.example')],
      'no model is deployed': [endpoint([]), ...viewers('domain:nordlicht.example')],
    },
  },
};

describe.each(combinations.map(({ id }) => id))('%s', (id) => {
  const row = rows[id];

  it('is found where all of its facts hold, and quotes each', () => {
    expect(row, 'an estate').toBeDefined();
    if (!row) return;
    const verdict = judgementOf(id, row, row.estate);
    expect(verdict).toMatchObject({ judgement: 'fail' });
    expect(verdict?.evidence.length).toBeGreaterThanOrEqual(2);
  });

  it.each(Object.keys(row?.misses ?? {}))('is not found where %s', (miss) => {
    if (!row) throw new Error(`no estate of ${id}`);
    expect(judgementOf(id, row, row.misses[miss] ?? [])).toMatchObject({ judgement: 'pass' });
  });
});

it('has the eight combinations of the research and that of model files, and an estate for each', () => {
  expect(combinations).toHaveLength(9);
  expect(Object.keys(rows).sort()).toEqual(combinations.map(({ id }) => id).sort());
});

const unread = (operation: string) => ({ $unread: { operation, outcome: 'denied', permission: operation } });
const unreadRole = (row: AssetRow): AssetRow => ({
  ...row,
  config: { ...row.config, RolePolicyList: unread('iam:GetAccountAuthorizationDetails') },
});
const onlyTagged = { StringEquals: { 'aws:PrincipalTag/team': 'pricing' } };
const sharedProfile: AssetRow = {
  ...profile(),
  config: { DomainId: 'd-pricing', UserProfileName: 'noor', UserSettings: {} },
};
const opened = role('pricing', SAGEMAKER, allow('s3:GetObject', 'arn:aws:s3:::claims/*'));

/** Estates with one fact that cannot be told, by what it is that hides it. */
const undecided: Readonly<Record<string, Readonly<Record<string, readonly AssetRow[]>>>> = {
  'aws.combinations.writable-model-with-reach': {
    'the policy of the bucket was not read': [
      model(),
      bucket(unread('s3:GetBucketPolicy')),
      strong(SAGEMAKER),
    ],
    'the policies of the role were not read': [
      model(),
      bucket(openTo('*', 's3:PutObject')),
      unreadRole(strong(SAGEMAKER)),
    ],
    'nothing is known of the role': [model(), bucket(openTo('*', 's3:PutObject'))],
  },
  'aws.combinations.dangerous-file-with-reach': {
    'no file was inspected': [model(), deployed('pricing'), live, strong(SAGEMAKER)],
    'the file was not read': [model(), file(undefined), deployed('pricing'), live, strong(SAGEMAKER)],
  },
  'aws.combinations.remembering-agent-with-reach': {
    'the policies of the role were not read': [remembering(['SESSION_SUMMARY']), unreadRole(strong(BEDROCK))],
  },
  'aws.combinations.poisoned-knowledge-acted-on': {
    'the tools were not read': [
      knowledgeBase(),
      agent({ actionFunctions: unread('bedrock:ListAgentActionGroups') }),
      retriever,
      writer,
    ],
    'people write only under a condition': [
      knowledgeBase(),
      acting('DISABLED'),
      retriever,
      user('intern', allow('s3:PutObject', 'arn:aws:s3:::terms/published/*', onlyTagged)),
    ],
    'the agent retrieves only under a condition': [
      knowledgeBase(),
      acting('DISABLED'),
      role('pricing', BEDROCK, allow('bedrock:Retrieve', knowledgeBase().id, onlyTagged)),
      writer,
    ],
    'the policies of the agent’s role were not read': [
      knowledgeBase(),
      acting('DISABLED'),
      unreadRole(retriever),
      writer,
    ],
  },
  'aws.combinations.foreign-image-beside-vault': {
    'the policy of the repository was not read': [
      runtime(),
      {
        ...repository(),
        config: { ...repository().config, Policy: unread('ecr:GetRepositoryPolicy') },
      },
      tokens,
      oauthProvider(),
    ],
    'the policies of the role were not read': [
      runtime(),
      pushed('444455556666'),
      unreadRole(tokens),
      oauthProvider(),
    ],
  },
  'aws.combinations.unwatched-guardrail-writer': {
    'logging was not read': [
      guardrail(),
      {
        ...invocationLogging(),
        config: { loggingConfig: unread('bedrock:GetModelInvocationLoggingConfiguration') },
      },
      user('intern', allow('bedrock:UpdateGuardrail')),
    ],
    'one person can do both only under a condition': [
      guardrail(),
      invocationLogging(),
      user('intern', allow('bedrock:UpdateGuardrail')),
      user(
        'trainee',
        allow('bedrock:UpdateGuardrail'),
        allow('bedrock:DeleteModelInvocationLoggingConfiguration', '*', onlyTagged),
      ),
    ],
  },
  'aws.combinations.one-role-for-all-profiles': {
    'people open sessions only under a condition': [
      domain(),
      sharedProfile,
      opened,
      user('intern', allow('sagemaker:CreatePresignedDomainUrl', '*', onlyTagged)),
    ],
    'the profile’s settings were not read': [
      domain(),
      {
        ...sharedProfile,
        config: { ...sharedProfile.config, UserSettings: unread('sagemaker:DescribeUserProfile') },
      },
      opened,
      user('intern', allow('sagemaker:CreatePresignedDomainUrl')),
    ],
  },
  'azure.combinations.unfiltered-account-with-shared-keys': {
    'the deployment was not read': [
      account(),
      resource('azure.cognitive-services.deployment', `${ACCOUNT}/deployments/gpt`, {
        properties: unread('Microsoft.CognitiveServices/accounts/deployments/read'),
      }),
      keysFor('Group'),
    ],
  },
  'gcp.combinations.endpoint-for-a-whole-domain': {
    'the policy of the endpoint was not read': [
      {
        ...endpoint(served),
        config: { ...endpoint(served).config, iamPolicy: unread('aiplatform.endpoints.getIamPolicy') },
      },
    ],
  },
};

describe.each(Object.entries(undecided))('%s', (id, estates) => {
  it.each(Object.entries(estates))('does not know where %s', (_what, estate) => {
    const verdict = judgementOf(id, { target: rows[id]?.target ?? '' }, estate);
    expect(verdict).toMatchObject({ judgement: 'unknown' });
    // Either something was not read, or it hangs on a condition; and it says so.
    expect(verdict?.evidence.some(({ state, note }) => state === 'unread' || note !== undefined)).toBe(true);
  });
});

it('finds a guardrail that one person loosens where nobody records prompts', () => {
  const id = 'aws.combinations.unwatched-guardrail-writer';
  const estate = [
    guardrail(),
    { ...invocationLogging(), config: {} },
    user('intern', allow('bedrock:UpdateGuardrail')),
  ];
  expect(judgementOf(id, { target: guardrail().id }, estate)).toMatchObject({ judgement: 'fail' });
});

it('says nothing of a knowledge base in a scan that could not list the agents', () => {
  const { target, misses } = rows['aws.combinations.poisoned-knowledge-acted-on'] as Row;
  const assets = assetsOf(misses['the agent asks'] ?? []);
  const analysis = new Analysis({ assets, access: estateAccess(assets), techniques, at: AT });
  const judgedWith = (unreadType?: string) =>
    judgePaths(
      analysis,
      { combinations },
      { at: AT, unreadBehind: ({ type }) => (type === unreadType ? 'bedrock:ListAgents' : undefined) },
    ).find(
      ({ checkId, assetId }) =>
        checkId === 'aws.combinations.poisoned-knowledge-acted-on' && assetId === target,
    )?.judgement;
  expect(judgedWith()).toBe('pass');
  expect(judgedWith('aws.bedrock.agent')).toBe('unknown');
  expect(judgedWith('aws.iam.role')).toBe('unknown');
  expect(judgedWith('aws.sagemaker.model')).toBe('pass');
});
