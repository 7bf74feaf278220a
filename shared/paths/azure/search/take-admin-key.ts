import { searchService } from '#shared/assets/azure/search.ts';
import { field } from '#shared/model/predicate.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(searchService, {
  title: 'Only who is meant to can take the admin keys of an AI Search service',
  gains: 'a key that reads, rewrites and deletes every index',
  by: 'principal',
  needs: [
    oneOf(
      permission('Microsoft.Search/searchServices/listAdminKeys/action'),
      permission('Microsoft.Search/searchServices/regenerateAdminKey/action'),
    ),
  ],
  applies: field('properties.disableLocalAuth')
    .absentIs(false, 'Azure Policy 6300012e counts an absent value as keys being accepted')
    .isNot(true),
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['AZ-07'],
  why: 'What the indexes say is what models that are grounded in them take for true: who rewrites them speaks through the model.',
  fix: {
    console:
      'Settings › Keys: choose “Role-based access control”, after moving clients to Microsoft Entra ID.',
    cli: 'az search service update --name … --resource-group … --disable-local-auth true',
    bicep: 'properties: { disableLocalAuth: true }',
  },
  source:
    'https://learn.microsoft.com/azure/search/search-security-api-keys; HackTricks az-ai-foundry-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0070'] },
});
