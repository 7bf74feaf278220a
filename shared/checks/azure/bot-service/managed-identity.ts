import { bot } from '#shared/assets/azure/bot-service.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(bot, {
  title: 'Bots sign in with a managed identity',
  severity: 'low',
  fails: field('properties.msaAppType').isNot('UserAssignedMSI'),
  why: 'The app of any other bot proves who it is by a secret or a certificate that lies with the bot’s code and that somebody must rotate.',
  fix: {
    console:
      'Create the bot with the type “User-Assigned Managed Identity”, and run its code as that identity.',
    cli: 'az bot create --name … --resource-group … --app-type UserAssignedMSI --appid <client id> --msi-resource-id <identity id> --tenant-id <tenant id>',
    bicep: "properties: { msaAppType: 'UserAssignedMSI', msaAppMSIResourceId: identity.id }",
    terraform: 'microsoft_app_type = "UserAssignedMSI"',
  },
  source: 'BotProperties.msaAppType of @azure/arm-botservice',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0083'] },
  examples: {
    pass: [{ properties: { msaAppType: 'UserAssignedMSI' } }],
    fail: [{ properties: { msaAppType: 'SingleTenant' } }, { properties: { msaAppType: 'MultiTenant' } }],
    unknown: [{ properties: {} }, { properties: { msaAppType: 'UnheardOf' } }],
  },
});
