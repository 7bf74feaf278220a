import { roleAssignment } from '#shared/assets/azure/authorization.ts';
import { check } from '#shared/model/check.ts';
import { all, field, judgedBy } from '#shared/model/predicate.ts';
import { grants } from './permissions.ts';
import { BROAD } from './scopes.ts';

export default check(roleAssignment, {
  title: 'No service principal can change every content filter of a subscription',
  severity: 'medium',
  applies: field('properties.principalType').is('ServicePrincipal'),
  fails: all(
    field('properties.scope').matches(BROAD),
    judgedBy(grants(['Microsoft.CognitiveServices/accounts/raiPolicies/write'])),
  ),
  why: 'Who may write content filters may switch them off in front of every model at once: a leaked pipeline secret is enough.',
  fix: {
    console: 'Access control (IAM): assign the role at the account whose filters the pipeline keeps.',
    cli: 'az role assignment delete --ids <assignment id> && az role assignment create --role … --assignee … --scope <account id>',
    bicep:
      "resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: account, properties: { … } }",
  },
  source:
    'RoleAssignment.principalType of @azure/arm-authorization; RoleDefinition of the official example GetRoleDefinitionAtScope',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0054'], 'owasp-agentic-2026': ['ASI03'] },
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
        roleDefinition: {
          properties: {
            permissions: [{ actions: ['Microsoft.CognitiveServices/accounts/raiPolicies/read'] }],
          },
        },
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
          properties: { permissions: [{ actions: ['Microsoft.CognitiveServices/accounts/raiPolicies/*'] }] },
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
