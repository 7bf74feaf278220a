import { roleAssignment } from '#shared/assets/azure/authorization.ts';
import { check } from '#shared/model/check.ts';
import { all, field, judgedBy } from '#shared/model/predicate.ts';
import { grants } from './permissions.ts';
import { BROAD } from './scopes.ts';

export default check(roleAssignment, {
  title: 'No service principal can run code in every Machine Learning workspace of a subscription',
  severity: 'high',
  applies: field('properties.principalType').is('ServicePrincipal'),
  fails: all(
    field('properties.scope').matches(BROAD),
    judgedBy(
      grants([
        'Microsoft.MachineLearningServices/workspaces/jobs/write',
        'Microsoft.MachineLearningServices/workspaces/computes/write',
        'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/write',
      ]),
    ),
  ),
  why: 'Who may start jobs or deployments runs code with the identities of all workloads: a leaked pipeline secret is enough.',
  fix: {
    console: 'Access control (IAM): assign the role at the workspace that the pipeline deploys to.',
    cli: 'az role assignment delete --ids <assignment id> && az role assignment create --role … --assignee … --scope <workspace id>',
    bicep:
      "resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: workspace, properties: { … } }",
  },
  source:
    'RoleAssignment.principalType of @azure/arm-authorization; RoleDefinition of the official example GetRoleDefinitionAtScope',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0050'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [
      {
        properties: {
          scope: '/subscriptions/s/resourceGroups/ai',
          roleDefinitionId: '/r',
          principalId: 'p',
          principalType: 'ServicePrincipal',
        },
        roleDefinition: { properties: { permissions: [{ actions: ['*'] }] } },
      },
      {
        properties: {
          scope: '/subscriptions/s',
          roleDefinitionId: '/r',
          principalId: 'p',
          principalType: 'ServicePrincipal',
        },
        roleDefinition: { properties: { permissions: [{ actions: ['*/read'] }] } },
      },
    ],
    fail: [
      {
        properties: {
          scope: '/subscriptions/s',
          roleDefinitionId: '/r',
          principalId: 'p',
          principalType: 'ServicePrincipal',
        },
        roleDefinition: {
          properties: {
            permissions: [{ actions: ['Microsoft.MachineLearningServices/workspaces/*/write'] }],
          },
        },
      },
    ],
    unknown: [
      { properties: { scope: '/subscriptions/s', roleDefinitionId: '/r', principalId: 'p' } },
      {
        properties: {
          scope: '/subscriptions/s',
          roleDefinitionId: '/r',
          principalId: 'p',
          principalType: 'ServicePrincipal',
        },
      },
    ],
    notApplicable: [
      {
        properties: {
          scope: '/subscriptions/s',
          roleDefinitionId: '/r',
          principalId: 'p',
          principalType: 'User',
        },
      },
    ],
  },
});
