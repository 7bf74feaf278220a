import { roleAssignment } from '#shared/assets/azure/authorization.ts';
import { check } from '#shared/model/check.ts';
import { all, field, judgedBy } from '#shared/model/predicate.ts';
import { grants } from './permissions.ts';
import { BROAD } from './scopes.ts';

export default check(roleAssignment, {
  title: 'Nobody can read the keys of every AI asset of a subscription',
  severity: 'low',
  fails: all(
    field('properties.scope').matches(BROAD),
    judgedBy(
      grants([
        'Microsoft.CognitiveServices/accounts/listKeys/action',
        'Microsoft.MachineLearningServices/workspaces/listKeys/action',
        'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/listKeys/action',
        'Microsoft.MachineLearningServices/workspaces/datastores/listSecrets/action',
        'Microsoft.MachineLearningServices/workspaces/connections/listsecrets/action',
      ]),
    ),
  ),
  why: 'One stolen login opens every model, endpoint and datastore at once, by keys that outlive the login.',
  fix: {
    console:
      'Access control (IAM): assign the role at the asset or its resource group, or one without key actions.',
    cli: 'az role assignment delete --ids <assignment id> && az role assignment create --role … --assignee … --scope <asset id>',
    bicep:
      "resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: account, properties: { … } }",
  },
  source:
    'RoleAssignment and RoleDefinition of Microsoft.Authorization: official examples GetAllRoleAssignments, GetRoleDefinitionAtScope',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [
      {
        properties: { scope: '/subscriptions/s/resourceGroups/ai', roleDefinitionId: '/r', principalId: 'p' },
        roleDefinition: { properties: { permissions: [{ actions: ['*'] }] } },
      },
      {
        properties: { scope: '/subscriptions/s', roleDefinitionId: '/r', principalId: 'p' },
        roleDefinition: { properties: { permissions: [{ actions: ['*/read'] }] } },
      },
      {
        properties: { scope: '/subscriptions/s', roleDefinitionId: '/r', principalId: 'p' },
        roleDefinition: {
          properties: {
            permissions: [
              {
                actions: ['Microsoft.CognitiveServices/*'],
                notActions: ['Microsoft.CognitiveServices/accounts/listKeys/action'],
              },
            ],
          },
        },
      },
    ],
    fail: [
      {
        properties: { scope: '/subscriptions/s', roleDefinitionId: '/r', principalId: 'p' },
        roleDefinition: { properties: { permissions: [{ actions: ['*'] }] } },
      },
      {
        properties: {
          scope: '/providers/Microsoft.Management/managementGroups/m',
          roleDefinitionId: '/r',
          principalId: 'p',
        },
        roleDefinition: {
          properties: {
            permissions: [{ actions: ['Microsoft.CognitiveServices/accounts/listkeys/action'] }],
          },
        },
      },
    ],
    unknown: [
      { properties: { scope: '/subscriptions/s', roleDefinitionId: '/r', principalId: 'p' } },
      {
        properties: { scope: '/subscriptions/s', roleDefinitionId: '/r', principalId: 'p' },
        roleDefinition: {
          $unread: {
            operation: 'Microsoft.Authorization/roleDefinitions/list',
            outcome: 'denied',
            permission: 'Microsoft.Authorization/roleDefinitions/read',
          },
        },
      },
    ],
  },
});
