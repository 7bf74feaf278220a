import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'AI services accounts that can keep files in your storage do',
  severity: 'low',
  applies: some('properties.capabilities', field('name').is('CustomerManagedStorage'), {
    absentIsEmpty: 'Azure Policy 46aa9b05 counts the capability, which an absent list has not',
  }),
  fails: field('properties.userOwnedStorage').isEmpty(),
  why: 'Uploaded files and training data then lie in storage that Microsoft manages, outside your retention and access rules.',
  fix: {
    console: 'Recreate the account with “Bring your own storage”: it cannot be added later.',
    cli: 'az cognitiveservices account create … --storage \'[{"resourceId":"<storage account id>"}]\'',
    bicep: 'properties: { userOwnedStorage: [{ resourceId: storage.id }] }',
  },
  source: 'AccountProperties.userOwnedStorage of @azure/arm-cognitiveservices; Azure Policy 46aa9b05',
  frameworks: { 'azure-policy': ['46aa9b05-0e60-4eae-a88b-1e9d374fa515'], 'iso-42001': ['A.7.2'] },
  peers: { union: ['azure.openai.no-customer-storage'] },
  examples: {
    pass: [
      {
        properties: {
          capabilities: [{ name: 'CustomerManagedStorage' }],
          userOwnedStorage: [{ resourceId: '/subscriptions/…' }],
        },
      },
    ],
    fail: [
      { properties: { capabilities: [{ name: 'CustomerManagedStorage' }] } },
      { properties: { capabilities: [{ name: 'CustomerManagedStorage' }], userOwnedStorage: [] } },
    ],
    unknown: [
      {},
      { properties: { capabilities: [{ name: 'CustomerManagedStorage' }], userOwnedStorage: 'text' } },
    ],
    notApplicable: [{ properties: { capabilities: [{ name: 'VirtualNetworks' }] } }],
  },
});
