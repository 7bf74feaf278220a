import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#shared/model/json.ts';
import { overlay } from '#shared/what-if/overlay.ts';
import { readChange } from '#shared/what-if/read-change.ts';
import { ACCOUNT, allow, CI, configOf, estate, place, READ_ONLY, ROLE, SUBSCRIPTION } from './estate.ts';

interface Resource {
  readonly type: string;
  readonly actions?: readonly string[];
  readonly before?: JsonObject | null;
  readonly after?: JsonObject | null;
  readonly unknown?: Json;
  readonly mode?: string;
}

const plan = (...resources: Resource[]) =>
  overlay(
    estate,
    readChange(
      JSON.stringify({
        format_version: '1.2',
        resource_changes: resources.map(
          (
            { type, mode = 'managed', actions = ['create'], before = null, after = null, unknown = {} },
            n,
          ) => ({
            address: `${type}.r${n}`,
            mode,
            type,
            change: { actions, before, after, after_unknown: unknown },
          }),
        ),
      }),
      place,
    ),
  );

const policy = JSON.stringify(allow('bedrock:*'));
const PROJECT = '//cloudresourcemanager.googleapis.com/projects/churn-prod';

describe('a plan of Terraform on AWS', () => {
  it('makes a role, its policy and its attachment, in whichever order they stand', () => {
    const after = plan(
      { type: 'aws_iam_role_policy', after: { role: 'new', name: 'p', policy } },
      { type: 'aws_iam_role_policy_attachment', after: { role: 'new', policy_arn: READ_ONLY } },
      {
        type: 'aws_iam_role',
        after: { name: 'new', path: '/', assume_role_policy: JSON.stringify(allow('sts:AssumeRole')) },
        unknown: { arn: true },
      },
    );
    expect(after.notUnderstood).toEqual([]);
    expect(configOf(after, 'arn:aws:iam::111122223333:role/new')).toMatchObject({
      AssumeRolePolicyDocument: allow('sts:AssumeRole'),
      RolePolicyList: [{ PolicyName: 'p', PolicyDocument: allow('bedrock:*') }],
      AttachedManagedPolicies: [{ PolicyArn: READ_ONLY, Document: allow('s3:List*') }],
    });
  });

  it('takes away what is destroyed', () => {
    const gone = (type: string, before: JsonObject) => ({ type, actions: ['delete'], before });
    const after = plan(
      gone('aws_iam_role_policy', { role: 'ci', name: 'old', policy }),
      gone('aws_iam_role_policy_attachment', { role: 'ci', policy_arn: READ_ONLY }),
      gone('aws_s3_bucket_policy', { bucket: 'weights', policy }),
      gone('aws_lambda_function', { function_name: 'chat' }),
    );
    expect(configOf(after, CI)).toMatchObject({ RolePolicyList: [], AttachedManagedPolicies: [] });
    expect(configOf(after, 'arn:aws:s3:::weights')).not.toHaveProperty('Policy');
    expect(after.assets.some(({ type }) => type === 'aws.lambda.function')).toBe(false);
  });

  it('keeps on an update the policies that other resources manage', () => {
    const before = { name: 'ci', arn: CI, path: '/' };
    const after = plan({
      type: 'aws_iam_role',
      actions: ['update'],
      before,
      after: { ...before, assume_role_policy: policy },
    });
    expect(configOf(after, CI)).toMatchObject({
      AssumeRolePolicyDocument: allow('bedrock:*'),
      RolePolicyList: [{ PolicyName: 'old' }],
      AttachedManagedPolicies: [{ PolicyArn: READ_ONLY }],
    });
  });

  it('relates a notebook to its role', () => {
    const after = plan({
      type: 'aws_sagemaker_notebook_instance',
      after: { name: 'n', role_arn: CI, direct_internet_access: 'Enabled' },
    });
    const made = after.assets.find(({ type }) => type === 'aws.sagemaker.notebook-instance');
    expect(made?.config).toMatchObject({ RoleArn: CI, DirectInternetAccess: 'Enabled' });
    expect(made?.relations).toEqual([{ kind: 'assumes', target: CI }]);
  });

  it('leaves a policy unknown that is known after apply, and says so', () => {
    const after = plan({
      type: 'aws_s3_bucket_policy',
      after: { bucket: 'weights' },
      unknown: { policy: true },
    });
    expect(configOf(after, 'arn:aws:s3:::weights')['Policy']).toHaveProperty('$unread');
    expect(after.notUnderstood).toEqual([
      {
        where: 'aws_s3_bucket_policy.r0.policy',
        problem: 'the policy rests on aws_s3_bucket_policy.r0.policy, which the file does not tell',
      },
    ]);
  });

  it.each<[string, Resource]>([
    [
      'a name that is known after apply',
      { type: 'aws_iam_role', after: { path: '/' }, unknown: { name: true } },
    ],
    ['a type that is not looked at', { type: 'aws_sns_topic', after: { name: 't' } }],
    ['a cloud that is not looked at', { type: 'random_id', after: {} }],
    [
      'a bucket that is not in the inventory',
      { type: 'aws_s3_bucket_policy', after: { bucket: 'other', policy } },
    ],
  ])('lists %s', (_what, resource) => {
    expect(plan(resource).notUnderstood).toHaveLength(1);
  });

  it.each<[string, Resource]>([
    [
      'no change',
      { type: 'aws_iam_role', actions: ['no-op'], before: { name: 'ci' }, after: { name: 'ci' } },
    ],
    ['a data source', { type: 'aws_iam_role', mode: 'data', actions: ['read'], after: { name: 'x' } }],
  ])('passes over %s', (_what, resource) => {
    expect(plan(resource)).toEqual({ assets: estate, notUnderstood: [] });
  });
});

describe('a plan of Terraform on Azure', () => {
  it.each([
    ['its name', { role_definition_name: 'Cognitive Services User' }],
    ['its id', { role_definition_id: `/subscriptions/${SUBSCRIPTION}${ROLE}` }],
  ])('assigns a role by %s, with the permissions on record', (_by, role) => {
    const after = plan({
      type: 'azurerm_role_assignment',
      after: { name: '2', scope: ACCOUNT, principal_id: 'p2', ...role },
    });
    expect(after.notUnderstood).toEqual([]);
    expect(configOf(after, `${ACCOUNT}/providers/Microsoft.Authorization/roleAssignments/2`)).toEqual({
      id: `${ACCOUNT}/providers/Microsoft.Authorization/roleAssignments/2`,
      name: '2',
      properties: { scope: ACCOUNT, principalId: 'p2', roleDefinitionId: ROLE },
      roleDefinition: {
        id: ROLE,
        properties: { roleName: 'Cognitive Services User', permissions: [{ dataActions: ['*'] }] },
      },
    });
  });

  it('says that it does not know what another role permits', () => {
    const after = plan({
      type: 'azurerm_role_assignment',
      after: { name: '2', scope: ACCOUNT, principal_id: 'p2', role_definition_name: 'Owner' },
    });
    expect(after.notUnderstood.map(({ problem }) => problem)).toEqual([
      'no assignment on record has this role, so what it permits is not known',
    ]);
    expect(
      configOf(after, `${ACCOUNT}/providers/Microsoft.Authorization/roleAssignments/2`)['roleDefinition'],
    ).toHaveProperty('$unread');
  });

  it('opens an account, by azurerm and by azapi', () => {
    const azurerm = plan({
      type: 'azurerm_cognitive_account',
      actions: ['update'],
      before: {},
      after: {
        id: ACCOUNT,
        name: 'chat',
        resource_group_name: 'ml',
        public_network_access_enabled: true,
        local_auth_enabled: false,
      },
    });
    expect(configOf(azurerm, ACCOUNT)).toMatchObject({
      kind: 'OpenAI',
      properties: {
        publicNetworkAccess: 'Enabled',
        disableLocalAuth: true,
        // Not an argument that is translated: what was read stays.
        networkAcls: { defaultAction: 'Deny' },
      },
    });
    const azapi = plan({
      type: 'azapi_resource',
      after: {
        type: 'Microsoft.CognitiveServices/accounts@2025-06-01',
        parent_id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/ml`,
        name: 'chat',
        body: { properties: { publicNetworkAccess: 'Enabled' } },
      },
    });
    expect(configOf(azapi, ACCOUNT)).toMatchObject({ properties: { publicNetworkAccess: 'Enabled' } });
  });
});

describe('a plan of Terraform on Google Cloud', () => {
  const grant = (form: 'member' | 'binding', difference: JsonObject): Resource => ({
    type: `google_project_iam_${form}`,
    after: { project: 'churn-prod', role: 'roles/aiplatform.user', ...difference },
  });

  it.each<[string, Resource, Json]>([
    [
      'a member joins those who have the role',
      grant('member', { member: 'allUsers' }),
      [{ role: 'roles/aiplatform.user', members: ['user:ana@example.com', 'allUsers'] }],
    ],
    [
      'a binding replaces them',
      grant('binding', { members: ['allUsers'] }),
      [{ role: 'roles/aiplatform.user', members: ['allUsers'] }],
    ],
    [
      'a condition makes a binding of its own',
      grant('member', { member: 'user:bob@example.com', condition: [{ title: 't', expression: 'false' }] }),
      [
        { role: 'roles/aiplatform.user', members: ['user:ana@example.com'] },
        {
          role: 'roles/aiplatform.user',
          members: ['user:bob@example.com'],
          condition: { title: 't', expression: 'false' },
        },
      ],
    ],
    [
      'a member that is destroyed leaves',
      {
        type: 'google_project_iam_member',
        actions: ['delete'],
        before: { project: 'churn-prod', role: 'roles/aiplatform.user', member: 'user:ana@example.com' },
      },
      [],
    ],
  ])('%s', (_what, resource, bindings) => {
    const after = plan(resource);
    expect(after.notUnderstood).toEqual([]);
    expect(configOf(after, PROJECT)['bindings']).toEqual(bindings);
  });

  it('makes a service account and an endpoint', () => {
    const after = plan(
      { type: 'google_service_account', after: { project: 'churn-prod', account_id: 'runner' } },
      {
        type: 'google_vertex_ai_endpoint',
        after: { project: 'churn-prod', location: 'europe-west4', name: '77', display_name: 'churn' },
      },
    );
    expect(
      configOf(
        after,
        '//iam.googleapis.com/projects/churn-prod/serviceAccounts/runner@churn-prod.iam.gserviceaccount.com',
      ),
    ).toMatchObject({ disabled: false });
    expect(after.assets.at(-1)).toMatchObject({
      id: '//aiplatform.googleapis.com/projects/churn-prod/locations/europe-west4/endpoints/77',
      name: 'churn',
    });
  });

  it('lists a member that is known after apply', () => {
    const { notUnderstood } = plan({ ...grant('member', {}), unknown: { member: true } });
    expect(notUnderstood).toEqual([
      { where: 'google_project_iam_member.r0.member', problem: 'it is known after apply only' },
    ]);
  });
});
