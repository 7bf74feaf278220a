import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { any, field, not } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'AI services accounts hold no secrets in their properties',
  severity: 'medium',
  fails: any(
    not(field('properties.apiProperties.qnaAzureSearchEndpointKey').isEmpty()),
    not(field('properties.apiProperties.eventHubConnectionString').isEmpty()),
    not(field('properties.apiProperties.storageAccountConnectionString').isEmpty()),
  ),
  why: 'Everybody with Reader can read an account’s properties, and with them a key to a search service, hub or store.',
  fix: {
    console: 'Rotate the key that is shown, and let the account use its managed identity instead.',
    cli: "az resource update --ids <account id> --api-version 2025-09-01 --set properties.apiProperties='{}'",
    bicep: "identity: { type: 'SystemAssigned' } // and no keys under properties.apiProperties",
  },
  source:
    'ApiProperties of @azure/arm-cognitiveservices; a recorded account shows qnaAzureSearchEndpointKey: null',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [{ properties: {} }, { properties: { apiProperties: {} } }],
    fail: [
      { properties: { apiProperties: { qnaAzureSearchEndpointKey: { $redacted: 'named-like-a-secret' } } } },
      { properties: { apiProperties: { eventHubConnectionString: { $redacted: 'connection-string' } } } },
      {
        properties: { apiProperties: { storageAccountConnectionString: { $redacted: 'connection-string' } } },
      },
    ],
    unknown: [{}, { properties: { apiProperties: 'text' } }],
  },
});
