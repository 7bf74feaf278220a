import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#shared/model/json.ts';
import { overlay } from '#shared/what-if/overlay.ts';
import { readChange } from '#shared/what-if/read-change.ts';
import { allow, CI, configOf, estate, place, READ_ONLY } from './estate.ts';

const changedBy = (template: string, parameters: Record<string, string> = {}) =>
  overlay(estate, readChange(template, { ...place, parameters }));

const TRUST = '{ Statement: [{ Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: "*" } }] }';
const WHOLE = `
Parameters:
  Stage: { Type: String, Default: prod }
  Secret: { Type: String }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  Never: !Not [Condition: IsProd]
Mappings: { Buckets: { prod: { name: weights } } }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub 'notebook-\${Stage}'
      AssumeRolePolicyDocument: ${TRUST}
      ManagedPolicyArns: [!Sub 'arn:\${AWS::Partition}:iam::aws:policy/ReadOnlyAccess']
      Policies:
        - PolicyName: read
          PolicyDocument:
            Statement:
              Effect: Allow
              Action: s3:GetObject
              Resource: !Join ['', ['arn:aws:s3:::', !FindInMap [Buckets, !Ref Stage, name], '/*']]
  Notebook:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: open
      RoleArn: !GetAtt Role.Arn
      InstanceType: ml.t3.medium
  Wide:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: wide
      Roles: [ci, !Ref Role]
      PolicyDocument: { Statement: [{ Effect: Allow, Action: !If [IsProd, 'bedrock:*', 's3:*'], Resource: '*' }] }
  BucketPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: weights
      PolicyDocument: { Statement: [{ Effect: Allow, Principal: '*', Action: s3:GetObject, Resource: 'arn:aws:s3:::weights/*' }] }
  Skipped: { Type: AWS::IAM::User, Condition: Never }
  Url: { Type: AWS::Lambda::Url, Properties: { TargetFunctionArn: chat, AuthType: NONE } }
  Topic: { Type: AWS::SNS::Topic }
`;
const R = 'arn:aws:iam::111122223333:role/r';
const ROLE = 'arn:aws:iam::111122223333:role/notebook-prod';

describe('a CloudFormation template', () => {
  const result = changedBy(WHOLE);

  it('becomes a role with its policies and the documents of managed ones', () => {
    expect(configOf(result, ROLE)).toEqual({
      Arn: ROLE,
      RoleName: 'notebook-prod',
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '*' } }],
      },
      AttachedManagedPolicies: [
        { PolicyName: 'ReadOnlyAccess', PolicyArn: READ_ONLY, Document: allow('s3:List*') },
      ],
      RolePolicyList: [
        {
          PolicyName: 'read',
          PolicyDocument: {
            Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::weights/*' },
          },
        },
        {
          PolicyName: 'wide',
          PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'bedrock:*', Resource: '*' }] },
        },
      ],
    });
  });

  it('becomes a notebook that runs as the role, with the defaults of the API', () => {
    const notebook = result.assets.find(({ type }) => type === 'aws.sagemaker.notebook-instance');
    expect(notebook?.id).toBe('arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/open');
    expect(notebook?.config).toMatchObject({
      DirectInternetAccess: 'Enabled',
      RootAccess: 'Enabled',
      RoleArn: ROLE,
    });
    expect(notebook?.relations).toContainEqual({ kind: 'assumes', target: ROLE });
    // What the template does not say of a new one was not read: it is not absent.
    expect(notebook?.unread).toBeDefined();
  });

  it('finds the document of a boundary where it is attached', () => {
    const bounded = (arn: string) =>
      `Resources: { R: { Type: AWS::IAM::Role, Properties: { RoleName: r, PermissionsBoundary: '${arn}', AssumeRolePolicyDocument: ${TRUST} } } }`;
    const known = changedBy(bounded(READ_ONLY));
    expect(configOf(known, R)['PermissionsBoundary']).toEqual({
      PermissionsBoundaryArn: READ_ONLY,
      Document: allow('s3:List*'),
    });
    expect(known.notUnderstood).toEqual([]);
    const other = changedBy(bounded('arn:aws:iam::aws:policy/Other'));
    expect(configOf(other, R)['PermissionsBoundary']).toHaveProperty('Document.$unread');
    expect(other.notUnderstood).toHaveLength(1);
  });

  it('alters what is on record and leaves the rest of it', () => {
    expect(configOf(result, CI)['RolePolicyList']).toHaveLength(2);
    expect(configOf(result, 'arn:aws:s3:::weights')).toMatchObject({
      Versioning: { Status: 'Enabled' },
      Policy: { Statement: [{ Principal: '*' }] },
    });
    expect(
      configOf(result, 'arn:aws:lambda:eu-west-1:111122223333:function:chat')['FunctionUrlConfig'],
    ).toEqual({ AuthType: 'NONE' });
  });

  it('leaves out what its condition excludes, and says what it does not look at', () => {
    expect(result.assets.some(({ type }) => type === 'aws.iam.user')).toBe(false);
    expect(result.notUnderstood).toEqual([
      { where: 'Resources.Topic', problem: 'AWS::SNS::Topic is not looked at', isOfOtherKind: true },
    ]);
  });

  it('leaves the inventory that it is given as it is', () => {
    expect(estate.find(({ id }) => id === CI)?.config['RolePolicyList']).toHaveLength(1);
    expect(estate).toHaveLength(6);
  });

  it('reads the same in JSON', () => {
    const template = {
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: { RoleName: 'j', AssumeRolePolicyDocument: allow('sts:AssumeRole') },
        },
        Model: {
          Type: 'AWS::SageMaker::Model',
          Properties: { ModelName: 'm', ExecutionRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } },
        },
      },
    };
    expect(
      configOf(changedBy(JSON.stringify(template)), 'arn:aws:sagemaker:eu-west-1:111122223333:model/m'),
    ).toMatchObject({
      ExecutionRoleArn: 'arn:aws:iam::111122223333:role/j',
      EnableNetworkIsolation: false,
    });
  });

  it('spells Bedrock as its API does, and drops the values of variables', () => {
    const template = `
Resources:
  Agent: { Type: AWS::Bedrock::Agent, Properties: { AgentName: a, AgentResourceRoleArn: ${CI} } }
  Runtime: { Type: AWS::BedrockAgentCore::Runtime, Properties: { AgentRuntimeName: r, RoleArn: ${CI}, NetworkConfiguration: { NetworkMode: PUBLIC }, EnvironmentVariables: { KEY: s3cr3t } } }
  Model: { Type: AWS::SageMaker::Model, Properties: { ModelName: m, PrimaryContainer: { Image: i, Environment: { KEY: s3cr3t } } } }
  Function: { Type: AWS::Lambda::Function, Properties: { FunctionName: f, Role: ${CI}, Environment: { Variables: { KEY: s3cr3t } }, Code: { ZipFile: s3cr3t } } }
`;
    const changed = changedBy(template);
    expect(configOf(changed, 'arn:aws:bedrock:eu-west-1:111122223333:agent/a')).toMatchObject({
      agentResourceRoleArn: CI,
    });
    expect(configOf(changed, 'arn:aws:bedrock-agentcore:eu-west-1:111122223333:runtime/r')).toMatchObject({
      networkConfiguration: { networkMode: 'PUBLIC' },
    });
    expect(JSON.stringify(changed)).not.toContain('s3cr3t');
  });
});

const role = (properties: string) =>
  `Parameters: { Who: { Type: String }, Fetched: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /x } }
Resources: { R: { Type: AWS::IAM::Role, Properties: { RoleName: r, AssumeRolePolicyDocument: ${TRUST}, ${properties} } } }`;
const inline = (resource: string) =>
  role(
    `Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ Effect: Allow, Action: 's3:*', Resource: ${resource} }] } }]`,
  );

describe('what a template leaves open', () => {
  it.each([
    ['a parameter without a default', '!Ref Who', 'Parameters.Who'],
    ['a parameter that is fetched', '!Ref Fetched', 'Parameters.Fetched'],
    ['the export of another stack', '!ImportValue bucket', 'Fn::ImportValue'],
    ['a text with such a part', `!Sub 'arn:aws:s3:::\${Who}/*'`, 'Parameters.Who'],
    ['a resource that is not there', '!GetAtt Nothing.Arn', 'Nothing.Arn'],
    ['a choice that cannot be made', '!If [Nothing, a, b]', 'Conditions.Nothing'],
  ])('is unknown, and said, for %s', (_what, resource, source) => {
    const { assets, notUnderstood } = changedBy(inline(resource));
    const policies = configOf({ assets, notUnderstood }, R)['RolePolicyList'] as JsonObject[];
    expect(policies[0]?.['PolicyDocument']).toMatchObject({
      $unread: { outcome: 'not-asked', permission: source },
    });
    expect(notUnderstood).toEqual([
      {
        where: 'Resources.R.Properties.Policies[0].PolicyDocument',
        problem: `the policy rests on ${source}, which the file does not tell`,
      },
    ]);
  });

  it('is known once its parameters are given', () => {
    const { assets, notUnderstood } = changedBy(inline('!Ref Who'), { Who: 'arn:aws:s3:::x/*' });
    expect(notUnderstood).toEqual([]);
    expect(JSON.stringify(configOf({ assets, notUnderstood }, R))).toContain('arn:aws:s3:::x/*');
  });

  it.each([
    [
      'a condition that cannot be told',
      'Resources: { R: { Type: AWS::IAM::User, Condition: Unknown } }',
      /condition Unknown holds/,
    ],
    ['a macro', 'Transform: AWS::Serverless-2016-10-31\nResources: {}', /macros are not run/],
    [
      'a managed policy that nobody has',
      role('ManagedPolicyArns: [arn:aws:iam::aws:policy/Other]'),
      /document of arn:aws:iam::aws:policy\/Other/,
    ],
    [
      'a principal that is not there',
      `Resources: { P: { Type: AWS::IAM::Policy, Properties: { PolicyName: p, Roles: [nobody], PolicyDocument: ${TRUST} } } }`,
      /no aws.iam.role nobody in the inventory/,
    ],
    [
      'a group',
      `Resources: { P: { Type: AWS::IAM::Policy, Properties: { PolicyName: p, Groups: [g], PolicyDocument: ${TRUST} } } }`,
      /group is not added/,
    ],
    [
      'a name that cannot be told',
      'Parameters: { N: { Type: String } }\nResources: { R: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref N } } }',
      /called cannot be told/,
    ],
  ])('is listed: %s', (_what, template, problem) => {
    const { notUnderstood } = changedBy(template);
    expect(notUnderstood.map((each) => each.problem).join()).toMatch(problem);
  });

  it('is said where CloudFormation makes a name up', () => {
    const { assets, notUnderstood } = changedBy('Resources: { B: { Type: AWS::S3::Bucket } }');
    expect(assets.at(-1)?.id).toBe('arn:aws:s3:::B');
    expect(notUnderstood.map(({ problem }) => problem)).toEqual([
      'it has no name of its own: it is taken for a new one, under its logical id',
    ]);
  });

  it('has an end where names lead back to themselves or double each other', () => {
    const doubled = Array.from(
      { length: 40 },
      (_, n) =>
        `  B${n}: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub '\${B${n + 1}}\${B${n + 1}}' } }`,
    );
    const circle =
      '  B40: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref C } }\n  C: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref B40 } }';
    expect(changedBy(`Resources:\n${doubled.join('\n')}\n${circle}`).notUnderstood).toHaveLength(42);
    expect(
      changedBy(
        `Resources:\n${doubled.join('\n')}\n  B40: { Type: AWS::S3::Bucket, Properties: { BucketName: long } }`,
      ).notUnderstood.length,
    ).toBeGreaterThan(10);
  });
});
