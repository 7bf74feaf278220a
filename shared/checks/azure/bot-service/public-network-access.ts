import { bot } from '#shared/assets/azure/bot-service.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(bot, {
  title: 'Bots are not reachable from the internet',
  severity: 'medium',
  fails: field('properties.publicNetworkAccess')
    .absentIs('Enabled', 'BotProperties.publicNetworkAccess of @azure/arm-botservice: the default is Enabled')
    .isNot('Disabled'),
  why: 'Anybody on the internet can talk to the bot, and try prompts on the model and the tools behind it.',
  fix: {
    console: 'Settings › Networking: disable public access and add a private endpoint.',
    cli: 'az resource update --ids <bot id> --api-version 2022-09-15 --set properties.publicNetworkAccess=Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
    terraform: 'public_network_access_enabled = false',
  },
  source:
    'BotProperties.publicNetworkAccess of @azure/arm-botservice; Azure Policies 5e8168db and 52152f42, which ask the same',
  frameworks: {
    'azure-policy': ['5e8168db-69e3-4beb-9822-57cb59202a9d', '52152f42-0dda-40d9-976e-abb1acdd611e'],
    'mitre-atlas': ['AML.T0049', 'AML.T0093'],
  },
  peers: { union: ['azure.bot.public-network', 'azure.bot.not-isolated'] },
  examples: {
    pass: [{ properties: { publicNetworkAccess: 'Disabled' } }],
    fail: [{ properties: {} }, { properties: { publicNetworkAccess: 'Enabled' } }],
    unknown: [{}, { properties: { publicNetworkAccess: 'UnheardOf' } }],
  },
});
