import { roleAssignment } from '#shared/assets/azure/authorization.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(roleAssignment, {
  title: 'No group of another tenant holds a role over AI assets',
  severity: 'high',
  fails: field('properties.principalType').is('ForeignGroup'),
  why: 'People whom another organisation adds to its group get access to your AI assets without your knowing.',
  fix: {
    console:
      'Access control (IAM): remove the assignment, or invite the people as guests into a group of your own.',
    cli: 'az role assignment delete --ids <assignment id>',
    bicep:
      "resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = { properties: { principalType: 'Group', … } }",
  },
  source: 'RoleAssignment.principalType of @azure/arm-authorization',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
  examples: {
    pass: [
      {
        properties: {
          scope: '/subscriptions/s',
          roleDefinitionId: '/r',
          principalId: 'p',
          principalType: 'Group',
        },
      },
    ],
    fail: [
      {
        properties: {
          scope: '/subscriptions/s',
          roleDefinitionId: '/r',
          principalId: 'p',
          principalType: 'ForeignGroup',
        },
      },
    ],
    unknown: [
      { properties: { scope: '/subscriptions/s', roleDefinitionId: '/r', principalId: 'p' } },
      { properties: { scope: '/s', roleDefinitionId: '/r', principalId: 'p', principalType: 'UnheardOf' } },
    ],
  },
});
