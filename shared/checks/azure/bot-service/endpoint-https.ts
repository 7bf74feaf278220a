import { bot } from '#shared/assets/azure/bot-service.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';

export default check(bot, {
  title: 'Endpoints of bots are reached by HTTPS',
  severity: 'high',
  fails: not(
    field('properties.endpoint')
      .absentIs('', 'Azure Policy 6164527b counts an absent endpoint as none that is valid')
      .matches(/^https:\/\//i),
  ),
  why: 'Over HTTP, everybody on the way reads what users ask and can change what the bot answers.',
  fix: {
    console: 'Settings › Configuration: give a messaging endpoint that starts with https://.',
    cli: 'az bot update --name … --resource-group … --endpoint https://…/api/messages',
    bicep: "properties: { endpoint: 'https://…/api/messages' }",
    terraform: 'endpoint = "https://…/api/messages"',
  },
  source:
    'BotProperties.endpoint of @azure/arm-botservice; Azure Policy 6164527b; the official example GetBot names one by HTTP',
  frameworks: {
    'azure-policy': ['6164527b-e1ee-4882-8673-572f425f5e0a'],
    'mitre-atlas': ['AML.T0057', 'AML.T0092'],
  },
  peers: { union: ['azure.bot.endpoint-not-https'] },
  examples: {
    pass: [{ properties: { endpoint: 'https://bot.example.com/api/messages' } }],
    fail: [{ properties: { endpoint: 'http://bot.example.com/api/messages' } }, { properties: {} }],
    unknown: [{}, { properties: { endpoint: 7 } }],
  },
});
