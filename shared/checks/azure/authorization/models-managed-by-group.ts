import { roleAssignment } from '#shared/assets/azure/authorization.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, judgedBy } from '#shared/model/predicate.ts';
import { grants, grantsDataActions } from './permissions.ts';
import { BROAD } from './scopes.ts';

export default check(roleAssignment, {
  title: 'No group may use or change every Azure OpenAI model of a subscription',
  severity: 'medium',
  applies: field('properties.principalType').is('Group'),
  fails: all(
    field('properties.scope').matches(BROAD),
    any(
      judgedBy(
        grants([
          'Microsoft.CognitiveServices/accounts/deployments/write',
          'Microsoft.CognitiveServices/accounts/raiPolicies/write',
        ]),
      ),
      judgedBy(
        grantsDataActions([
          'Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action',
        ]),
      ),
    ),
  ),
  why: 'Whoever is added to the group, now or later, may deploy models, weaken their filters or call them in every account.',
  fix: {
    console:
      'Access control (IAM): assign “Cognitive Services OpenAI User” or “… Contributor” at the account that the people of the group work with.',
    cli: 'az role assignment delete --ids <assignment id> && az role assignment create --role "Cognitive Services OpenAI User" --assignee … --scope <account id>',
    bicep:
      "resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: account, properties: { principalType: 'Group', … } }",
  },
  source:
    'RoleAssignment.principalType and Permission of @azure/arm-authorization; how many people are in a group, Resource Manager does not say',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0040'], 'owasp-llm-2026': ['LLM06:2026'] },
  peers: { union: ['azure.rbac.openai-contributor-broad'] },
  examples: {
    pass: [
      {
        properties: {
          scope: '/subscriptions/s/resourceGroups/ai',
          roleDefinitionId: '/r',
          principalId: 'p',
          principalType: 'Group',
        },
        roleDefinition: { properties: { permissions: [{ actions: ['*'], dataActions: ['*'] }] } },
      },
      {
        properties: {
          scope: '/subscriptions/s',
          roleDefinitionId: '/r',
          principalId: 'p',
          principalType: 'Group',
        },
        roleDefinition: {
          properties: {
            permissions: [{ actions: ['Microsoft.CognitiveServices/*/read'], dataActions: [] }],
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
          principalType: 'Group',
        },
        roleDefinition: {
          properties: {
            permissions: [
              {
                actions: ['Microsoft.CognitiveServices/*/read'],
                dataActions: ['Microsoft.CognitiveServices/accounts/OpenAI/*'],
              },
            ],
          },
        },
      },
      {
        properties: {
          scope: '/subscriptions/s',
          roleDefinitionId: '/r',
          principalId: 'p',
          principalType: 'Group',
        },
        roleDefinition: {
          properties: {
            permissions: [{ actions: ['Microsoft.CognitiveServices/accounts/deployments/write'] }],
          },
        },
      },
    ],
    unknown: [
      {
        properties: {
          scope: '/subscriptions/s',
          roleDefinitionId: '/r',
          principalId: 'p',
          principalType: 'Group',
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
        roleDefinition: { properties: { permissions: [{ actions: ['*'] }] } },
      },
    ],
  },
});
