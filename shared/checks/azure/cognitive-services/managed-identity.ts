import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'AI services accounts have a managed identity',
  severity: 'low',
  fails: field('identity.type')
    .absentIs('None', 'Azure Policy fe3fd216: an absent type is no identity')
    .is('None'),
  why: 'Without an identity of its own, the account reaches storage, search and keys by secrets that somebody must keep.',
  fix: {
    console:
      'Resource Management › Identity: switch the system-assigned identity on, or add a user-assigned one.',
    cli: 'az cognitiveservices account identity assign --name … --resource-group …',
    bicep: "identity: { type: 'SystemAssigned' }",
  },
  source: 'Identity.type of @azure/arm-cognitiveservices; Azure Policy fe3fd216',
  frameworks: { 'azure-policy': ['fe3fd216-4f83-4fc1-8984-2bbec80a3418'], 'mitre-atlas': ['AML.T0055'] },
  peers: {
    union: ['azure.openai.no-managed-identity'],
    cloudsploit: ['accountManagedIdentity'],
    checkov: ['CKV_AZURE_238'],
    cnspec: ['managed identity'],
  },
  examples: {
    pass: [{ identity: { type: 'SystemAssigned' }, properties: {} }],
    fail: [{ properties: {} }, { identity: { type: 'None' }, properties: {} }],
    unknown: [{ identity: { type: 5 }, properties: {} }],
  },
});
