import { modelDeployment } from '#shared/assets/azure/cognitive-services.ts';
import { permission, technique } from '../../technique.ts';

export default technique(modelDeployment, {
  title: 'Only pipelines can change which model a deployment serves',
  gains: 'what applications that call the deployment are answered by',
  by: 'principal',
  needs: [permission('Microsoft.CognitiveServices/accounts/deployments/write')],
  holds: 'change',
  severity: 'medium',
  basis: 'vendor',
  reference: ['AZ-15'],
  why: 'Applications call a deployment by its name: who changes the model or the content filter behind it changes what they are answered, without touching them.',
  fix: {
    console:
      'Leave deployments/write to a pipeline; “Cognitive Services OpenAI User” is enough to use models.',
    cli: 'az role assignment delete --ids …',
    bicep:
      "resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: theOneResource, … }",
  },
  source:
    'https://learn.microsoft.com/azure/ai-foundry/openai/how-to/role-based-access-control: Cognitive Services OpenAI Contributor',
  frameworks: { 'mitre-atlas': ['AML.T0018', 'AML.T0031'] },
});
