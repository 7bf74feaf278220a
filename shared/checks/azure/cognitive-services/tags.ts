import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'AI services accounts have tags',
  severity: 'informational',
  byDefault: 'off',
  fails: field('tags').isEmpty(),
  why: 'Nobody can tell whom to ask about the account, or what it may be used for.',
  fix: {
    console: 'On the account’s page, open “Tags” and add some for its owner and its purpose.',
    cli: 'az tag update --resource-id <account id> --operation Merge --tags owner=…',
    bicep: "tags: { owner: '…' }",
  },
  source: 'Account.tags of @azure/arm-cognitiveservices',
  frameworks: { 'iso-42001': ['A.4.2'] },
  peers: { union: ['azure.openai.untagged'], cloudsploit: ['accountHasTags'] },
  examples: {
    pass: [{ properties: {}, tags: { owner: 'assistants' } }],
    fail: [{ properties: {} }, { properties: {}, tags: {} }],
  },
});
