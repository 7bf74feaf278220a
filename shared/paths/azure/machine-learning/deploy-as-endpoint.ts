import { onlineEndpoint } from '#shared/assets/azure/machine-learning.ts';
import { permission, technique } from '../../technique.ts';

export default technique(onlineEndpoint, {
  title: 'Only who has what its identity has can deploy to an online endpoint',
  gains: 'code behind the endpoint, as its managed identity',
  by: 'principal',
  needs: [permission('Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/write')],
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'documented',
  reference: ['AZ-02'],
  why: 'A deployment brings its own scoring script and image, which fetch tokens of the identity of the endpoint, whatever its author may do.',
  fix: {
    console:
      'Leave deployments to a pipeline with an identity of its own, and give the endpoint an identity that reads its model and nothing else.',
    cli: 'az role assignment delete --ids …',
    bicep:
      "resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: theOneResource, … }",
  },
  source:
    'https://learn.microsoft.com/azure/machine-learning/how-to-assign-roles: deploying a model to an online endpoint; HackTricks az-ai-foundry-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0011'] },
});
