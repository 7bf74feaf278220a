import type { Asset } from '#shared/model/asset.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { scopeKey } from '#shared/model/scope.ts';
import type { Overlaid } from '#shared/what-if/overlay.ts';

export const place = { account: '111122223333', region: 'eu-west-1' };
export const SUBSCRIPTION = '6f2c1d84-90ab-4c1e-9d3b-2b7f3a5c8e10';

export const allow = (Action: string, Resource = '*'): JsonObject => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource }],
});

const asset = (
  provider: 'aws' | 'azure' | 'gcp',
  account: string,
  region: string,
  type: string,
  id: string,
  name: string,
  config: JsonObject,
): Asset => ({
  id,
  type,
  name,
  scope: { provider, account, region },
  config,
  relations: [],
});

export const CI = 'arn:aws:iam::111122223333:role/ci';
export const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
export const ACCOUNT = `/subscriptions/${SUBSCRIPTION}/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/chat`;
export const ROLE = '/providers/Microsoft.Authorization/roleDefinitions/a97b65f3-24c7-4388-baec-2e87135dc908';

export const estate: readonly Asset[] = [
  asset('aws', '111122223333', 'global', 'aws.iam.role', CI, 'ci', {
    Arn: CI,
    RoleName: 'ci',
    Path: '/',
    AssumeRolePolicyDocument: allow('sts:AssumeRole'),
    RolePolicyList: [{ PolicyName: 'old', PolicyDocument: allow('s3:GetObject') }],
    AttachedManagedPolicies: [
      { PolicyName: 'ReadOnlyAccess', PolicyArn: READ_ONLY, Document: allow('s3:List*') },
    ],
  }),
  asset('aws', '111122223333', 'eu-west-1', 'aws.s3.bucket', 'arn:aws:s3:::weights', 'weights', {
    Name: 'weights',
    Policy: allow('s3:GetObject'),
    Versioning: { Status: 'Enabled' },
  }),
  asset(
    'aws',
    '111122223333',
    'eu-west-1',
    'aws.lambda.function',
    'arn:aws:lambda:eu-west-1:111122223333:function:chat',
    'chat',
    {
      FunctionName: 'chat',
      Role: CI,
    },
  ),
  asset('azure', SUBSCRIPTION, 'global', 'azure.cognitive-services.account', ACCOUNT, 'chat', {
    id: ACCOUNT,
    kind: 'OpenAI',
    properties: { publicNetworkAccess: 'Disabled', networkAcls: { defaultAction: 'Deny' } },
  }),
  asset(
    'azure',
    SUBSCRIPTION,
    'global',
    'azure.authorization.role-assignment',
    `${ACCOUNT}/providers/Microsoft.Authorization/roleAssignments/1`,
    '1',
    {
      properties: { scope: ACCOUNT, principalId: 'p1', roleDefinitionId: ROLE },
      roleDefinition: {
        id: ROLE,
        properties: { roleName: 'Cognitive Services User', permissions: [{ dataActions: ['*'] }] },
      },
    },
  ),
  asset(
    'gcp',
    'churn-prod',
    'global',
    'gcp.resource-manager.project-policy',
    '//cloudresourcemanager.googleapis.com/projects/churn-prod',
    'churn-prod',
    {
      bindings: [{ role: 'roles/aiplatform.user', members: ['user:ana@example.com'] }],
    },
  ),
];

export const configOf = ({ assets }: Overlaid, id: string): JsonObject => {
  const found = assets.find((each) => each.id === id);
  if (!found)
    throw new Error(
      `there is no ${id}: ${assets.map((each) => `${scopeKey(each.scope)} ${each.id}`).join(', ')}`,
    );
  return found.config;
};
