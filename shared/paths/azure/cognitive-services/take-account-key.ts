import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { field } from '#shared/model/predicate.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(aiServicesAccount, {
  title: 'Only who is meant to can take the keys of an AI services account',
  gains: 'a key that opens every model, file and agent of the account',
  by: 'principal',
  needs: [
    oneOf(
      permission('Microsoft.CognitiveServices/accounts/listKeys/action'),
      permission('Microsoft.CognitiveServices/accounts/regenerateKey/action'),
    ),
  ],
  applies: field('properties.disableLocalAuth')
    .absentIs(false, 'Azure Policy 71ef260a counts an absent value as keys being accepted')
    .isNot(true),
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['AZ-06'],
  why: 'A key passes by Microsoft Entra ID: it has the whole data plane, no owner and no expiry. “Cognitive Services User” and “Azure AI User” hand it out, though their names say otherwise.',
  fix: {
    console:
      'Disable key access under Resource Management › Keys and Endpoint, and move clients to Microsoft Entra ID.',
    cli: 'az resource update --ids <account id> --api-version 2025-09-01 --set properties.disableLocalAuth=true',
    bicep: 'properties: { disableLocalAuth: true }',
  },
  source:
    'https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/ai-machine-learning: Cognitive Services User; HackTricks az-ai-foundry-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0034'] },
});
