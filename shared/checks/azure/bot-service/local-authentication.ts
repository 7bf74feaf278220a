import { bot } from '#shared/assets/azure/bot-service.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(bot, {
  title: 'Bots take Microsoft Entra tokens alone',
  severity: 'medium',
  fails: field('properties.disableLocalAuth')
    .absentIs(false, 'Azure Policy ffea632e counts an absent value as local authentication being on')
    .isNot(true),
  why: 'A channel secret has no owner and no expiry: whoever copies it from a page or an app speaks to the bot as anybody.',
  fix: {
    console: 'Move clients of Direct Line to Microsoft Entra ID; it is then set by the management API alone.',
    cli: 'az resource update --ids <bot id> --api-version 2022-09-15 --set properties.disableLocalAuth=true',
    bicep: 'properties: { disableLocalAuth: true }',
    terraform: 'local_authentication_enabled = false',
  },
  source: 'BotProperties.disableLocalAuth of @azure/arm-botservice; Azure Policy ffea632e',
  frameworks: {
    'azure-policy': ['ffea632e-4e3a-4424-bf78-10e179bb2e1a'],
    'mitre-atlas': ['AML.T0055', 'AML.T0012'],
  },
  peers: { union: ['azure.bot.local-auth'] },
  examples: {
    pass: [{ properties: { disableLocalAuth: true } }],
    fail: [{ properties: {} }, { properties: { disableLocalAuth: false } }],
    unknown: [{}, { properties: { disableLocalAuth: 'perhaps' } }],
  },
});
