import { roleAssignment } from '#shared/assets/azure/authorization.ts';
import { check } from '#shared/model/check.ts';
import { any, field, some } from '#shared/model/predicate.ts';

export default check(roleAssignment, {
  title: 'Custom roles over AI assets name their actions one by one',
  severity: 'medium',
  applies: field('roleDefinition.properties.type').is('CustomRole'),
  fails: some(
    'roleDefinition.properties.permissions',
    any(
      some(
        'actions',
        field('').isOneOf('*', 'Microsoft.CognitiveServices/*', 'Microsoft.MachineLearningServices/*'),
        {
          absentIsEmpty: 'Permission of @azure/arm-authorization: every list is optional',
        },
      ),
      some(
        'dataActions',
        field('').isOneOf('*', 'Microsoft.CognitiveServices/*', 'Microsoft.MachineLearningServices/*'),
        {
          absentIsEmpty: 'Permission of @azure/arm-authorization: every list is optional',
        },
      ),
    ),
  ),
  why: 'A wildcard grants what Microsoft adds next year too, and with it keys, content filters and code execution.',
  fix: {
    console: 'Access control (IAM) › Roles: edit the custom role and list the actions that are used.',
    cli: 'az role definition update --role-definition role.json',
    bicep:
      "resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = { properties: { permissions: [{ actions: ['Microsoft.CognitiveServices/accounts/read'] }] } }",
  },
  source:
    'RoleDefinition of the official example GetRoleDefinitionAtScope; Permission of @azure/arm-authorization',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [
      {
        properties: { scope: '/s', roleDefinitionId: '/r', principalId: 'p' },
        roleDefinition: {
          properties: {
            type: 'CustomRole',
            permissions: [{ actions: ['Microsoft.CognitiveServices/accounts/read'], dataActions: [] }],
          },
        },
      },
    ],
    fail: [
      {
        properties: { scope: '/s', roleDefinitionId: '/r', principalId: 'p' },
        roleDefinition: {
          properties: { type: 'CustomRole', permissions: [{ actions: ['Microsoft.CognitiveServices/*'] }] },
        },
      },
      {
        properties: { scope: '/s', roleDefinitionId: '/r', principalId: 'p' },
        roleDefinition: {
          properties: { type: 'CustomRole', permissions: [{ actions: [], dataActions: ['*'] }] },
        },
      },
    ],
    unknown: [{ properties: { scope: '/s', roleDefinitionId: '/r', principalId: 'p' } }],
    notApplicable: [
      {
        properties: { scope: '/s', roleDefinitionId: '/r', principalId: 'p' },
        roleDefinition: { properties: { type: 'BuiltInRole', permissions: [{ actions: ['*'] }] } },
      },
    ],
  },
});
