import { roleAssignment } from '#shared/assets/azure/authorization.ts';
import { check } from '#shared/model/check.ts';
import { all, field, judgedBy } from '#shared/model/predicate.ts';
import { grantsDataActions } from './permissions.ts';
import { BROAD } from './scopes.ts';

export default check(roleAssignment, {
  title: 'Nobody may call every model of a subscription',
  severity: 'low',
  fails: all(
    field('properties.scope').matches(BROAD),
    judgedBy(
      grantsDataActions(['Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action']),
    ),
  ),
  why: 'Each new model is open to this principal from its first day, with all files and fine-tuning data of the accounts.',
  fix: {
    console:
      'Access control (IAM): assign “Cognitive Services OpenAI User” at the account that the client calls.',
    cli: 'az role assignment create --role "Cognitive Services OpenAI User" --assignee … --scope <account id>',
    bicep:
      "resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: account, properties: { … } }",
  },
  source: 'Permission.dataActions of @azure/arm-authorization',
  frameworks: { 'mitre-atlas': ['AML.T0040', 'AML.T0034'], 'owasp-llm-2026': ['LLM06:2026'] },
  examples: {
    pass: [
      {
        properties: { scope: '/subscriptions/s/resourceGroups/ai', roleDefinitionId: '/r', principalId: 'p' },
        roleDefinition: { properties: { permissions: [{ dataActions: ['Microsoft.CognitiveServices/*'] }] } },
      },
      {
        properties: { scope: '/subscriptions/s', roleDefinitionId: '/r', principalId: 'p' },
        roleDefinition: {
          properties: { permissions: [{ actions: ['*/read'], dataActions: ['Microsoft.Storage/*'] }] },
        },
      },
    ],
    fail: [
      {
        properties: { scope: '/subscriptions/s', roleDefinitionId: '/r', principalId: 'p' },
        roleDefinition: { properties: { permissions: [{ dataActions: ['Microsoft.CognitiveServices/*'] }] } },
      },
      {
        properties: { scope: '/subscriptions/s', roleDefinitionId: '/r', principalId: 'p' },
        roleDefinition: {
          properties: { permissions: [{ dataActions: ['Microsoft.CognitiveServices/accounts/OpenAI/*'] }] },
        },
      },
    ],
    unknown: [{ properties: { scope: '/subscriptions/s', roleDefinitionId: '/r', principalId: 'p' } }],
  },
});
