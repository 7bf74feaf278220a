import { searchService } from '#shared/assets/azure/search.ts';
import { field } from '#shared/model/predicate.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(searchService, {
  title: 'Only who is meant to can take the query keys of an AI Search service',
  gains: 'every document of every index, past the filters of applications',
  by: 'principal',
  needs: [
    oneOf(
      permission('Microsoft.Search/searchServices/listQueryKeys/action'),
      permission('Microsoft.Search/searchServices/createQueryKey/action'),
    ),
  ],
  applies: field('properties.disableLocalAuth')
    .absentIs(false, 'Azure Policy 6300012e counts an absent value as keys being accepted')
    .isNot(true),
  holds: 'read',
  severity: 'medium',
  basis: 'documented',
  reference: ['AZ-08'],
  why: 'Applications filter by what a person may see; a query key asks the index itself, and gets all documents.',
  fix: {
    console:
      'Settings › Keys: choose “Role-based access control”, after moving clients to Microsoft Entra ID.',
    cli: 'az search service update --name … --resource-group … --disable-local-auth true',
    bicep: 'properties: { disableLocalAuth: true }',
  },
  source:
    'https://learn.microsoft.com/azure/search/search-security-api-keys; HackTricks az-ai-foundry-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0035'] },
});
