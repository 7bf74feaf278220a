import { bot } from '#shared/assets/azure/bot-service.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(bot, {
  title: 'Bots encrypt with a key of yours',
  severity: 'low',
  fails: field('properties.isCmekEnabled')
    .absentIs(false, 'BotProperties.isCmekEnabled of @azure/arm-botservice: the default is false')
    .isNot(true),
  why: 'What the service keeps of the bot and its conversations stays readable as long as Microsoft’s key exists; a key of yours can be revoked.',
  fix: {
    console: 'Settings › Encryption: choose “Customer-Managed Keys” and a Key Vault key.',
    cli: 'az bot update --name … --resource-group … --cmk-key-vault-key-url https://….vault.azure.net/keys/…',
    bicep: 'properties: { isCmekEnabled: true, cmekKeyVaultUrl: … }',
    terraform: 'cmk_key_vault_key_url = "https://….vault.azure.net/keys/…"',
  },
  source: 'BotProperties.isCmekEnabled of @azure/arm-botservice; Azure Policy 51522a96',
  frameworks: {
    'azure-policy': ['51522a96-0869-4791-82f3-981000c2c67f'],
    'mitre-atlas': ['AML.T0036'],
    'iso-42001': ['A.7.2'],
  },
  peers: { union: ['azure.bot.no-cmk'], steampipe: ['bot_service_encrypted_with_cmk'] },
  examples: {
    pass: [{ properties: { isCmekEnabled: true } }],
    fail: [{ properties: {} }, { properties: { isCmekEnabled: false } }],
    unknown: [{}, { properties: { isCmekEnabled: 'perhaps' } }],
  },
});
