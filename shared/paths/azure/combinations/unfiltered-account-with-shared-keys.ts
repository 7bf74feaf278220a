import { aiServicesAccount, modelDeployment } from '#shared/assets/azure/cognitive-services.ts';
import { field } from '#shared/model/predicate.ts';
import { combination, config, relatedFrom, worksFor } from '../../combination.ts';

export default combination(aiServicesAccount, {
  title:
    'No account hands keys to a group or a foreign principal while a deployment has no content filter of its own',
  severity: 'high',
  facts: [
    worksFor(['group', 'external'], 'azure.cognitive-services.take-account-key'),
    relatedFrom('attached-to', modelDeployment, config(field('properties.raiPolicyName').isEmpty())),
  ],
  why: 'Who is in a group changes without anybody looking at the account, guests among them; a key that one of them took is used from anywhere, and nothing that the organisation chose is between it and the model.',
  fix: {
    console:
      'Disable key access, or take the role that lists keys from groups, and choose a content filter for each deployment.',
    cli: 'az resource update --ids <account id> --api-version 2025-09-01 --set properties.disableLocalAuth=true',
    bicep: 'properties: { disableLocalAuth: true }',
  },
  source:
    'DeploymentProperties.raiPolicyName, @azure/arm-cognitiveservices; technique azure.cognitive-services.take-account-key',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0054'] },
});
