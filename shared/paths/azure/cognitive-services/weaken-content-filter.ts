import { raiPolicy } from '#shared/assets/azure/cognitive-services.ts';
import { permission, technique } from '../../technique.ts';

export default technique(raiPolicy, {
  title: 'Only who is meant to can change a content filter',
  gains: 'what the filter lets pass, for every deployment behind it',
  by: 'principal',
  needs: [permission('Microsoft.CognitiveServices/accounts/raiPolicies/write')],
  holds: 'change',
  severity: 'medium',
  basis: 'vendor',
  reference: ['AZ-15'],
  why: 'Who sets a filter to annotate in place of blocking opens every deployment behind it to jailbreaks and harmful answers at once.',
  fix: {
    console: 'Leave raiPolicies/write to those who answer for safety, with a custom role.',
    cli: 'az role assignment delete --ids …',
    bicep:
      "resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: theOneResource, … }",
  },
  source:
    'https://learn.microsoft.com/azure/ai-foundry/openai/how-to/role-based-access-control: Cognitive Services OpenAI Contributor',
  frameworks: { 'mitre-atlas': ['AML.T0054'] },
});
