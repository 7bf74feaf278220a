import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'AI services accounts encrypt with a key of yours',
  severity: 'low',
  applies: field('kind')
    .absentIs('', 'Azure Policy 67121cc7 excludes kinds by name')
    .isNoneOf(
      'CognitiveServices',
      'ContentSafety',
      'ImmersiveReader',
      'HealthInsights',
      'LUIS.Authoring',
      'LUIS',
      'QnAMaker',
      'QnAMaker.V2',
      'AIServices',
      'MetricsAdvisor',
      'SpeechTranslation',
      'Internal.AllInOne',
      'ConversationalLanguageUnderstanding',
      'knowledge',
      'TranscriptionIntelligence',
      'HealthDecisionSupport',
    ),
  fails: field('properties.encryption.keySource')
    .absentIs(
      'Microsoft.CognitiveServices',
      'Azure Policy 67121cc7 counts an absent key source as Microsoft’s key',
    )
    .isNot('Microsoft.KeyVault'),
  why: 'Fine-tuning data and stored files stay readable as long as Microsoft’s key exists; a key of yours can be revoked.',
  fix: {
    console: 'Resource Management › Encryption: choose “Customer Managed Keys” and a Key Vault key.',
    cli: 'az resource update --ids <account id> --api-version 2025-09-01 --set properties.encryption=\'{"keySource":"Microsoft.KeyVault","keyVaultProperties":{…}}\'',
    bicep:
      "properties: { encryption: { keySource: 'Microsoft.KeyVault', keyVaultProperties: { keyName: …, keyVersion: …, keyVaultUri: … } } }",
  },
  source:
    'Encryption.keySource of @azure/arm-cognitiveservices; Azure Policy 67121cc7, whose excluded kinds are left out here too',
  frameworks: { 'azure-policy': ['67121cc7-ff39-4ab8-b7e3-95b84dab487d'], 'iso-42001': ['A.7.2'] },
  peers: {
    union: ['azure.openai.no-cmk'],
    cloudsploit: ['accountCMKEncrypted'],
    checkov: ['CKV2_AZURE_22'],
    steampipe: ['cognitive_account_encrypted_with_cmk'],
  },
  examples: {
    pass: [{ kind: 'OpenAI', properties: { encryption: { keySource: 'Microsoft.KeyVault' } } }],
    fail: [
      { kind: 'OpenAI', properties: {} },
      { kind: 'OpenAI', properties: { encryption: {} } },
      { kind: 'OpenAI', properties: { encryption: { keySource: 'Microsoft.CognitiveServices' } } },
    ],
    unknown: [{ kind: 'OpenAI' }, { kind: 'OpenAI', properties: { encryption: { keySource: 'UnheardOf' } } }],
    notApplicable: [{ kind: 'AIServices', properties: {} }],
  },
});
