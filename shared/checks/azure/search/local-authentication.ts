import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(searchService, {
  title: 'AI Search services accept no keys',
  severity: 'high',
  fails: field('properties.disableLocalAuth')
    .absentIs(false, 'Azure Policy 6300012e counts an absent value as keys being accepted')
    .isNot(true),
  why: 'An admin key reads and rewrites every index, and with it what your models take for true; it has no owner and no expiry.',
  fix: {
    console: 'Move clients to Microsoft Entra ID, then Settings › Keys: choose “Role-based access control”.',
    cli: 'az search service update --name … --resource-group … --disable-local-auth true',
    bicep: 'properties: { disableLocalAuth: true }',
    terraform: 'local_authentication_enabled = false',
  },
  source: 'SearchService.disableLocalAuth of @azure/arm-search; Azure Policies 6300012e and 71ef260a',
  frameworks: {
    'azure-policy': [
      '6300012e-e9a4-4649-b41f-a85f5c43be91',
      '71ef260a-8f18-47b7-abcb-62d0673d94dc',
      '4eb216f2-9dba-4979-86e6-5d7e63ce3b75',
      'd45520cb-31ca-44ba-8da2-fcf914608544',
    ],
    'mitre-atlas': ['AML.T0055', 'AML.T0070'],
  },
  peers: { union: ['azure.search.local-auth'] },
  examples: {
    pass: [{ properties: { disableLocalAuth: true } }],
    fail: [{ properties: {} }, { properties: { disableLocalAuth: false } }],
    unknown: [{}, { properties: { disableLocalAuth: 'perhaps' } }],
  },
});
