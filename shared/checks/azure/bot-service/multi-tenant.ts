import { bot } from '#shared/assets/azure/bot-service.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(bot, {
  title: 'Bots belong to one tenant',
  severity: 'medium',
  fails: field('properties.msaAppType').is('MultiTenant'),
  why: 'The app of a multi-tenant bot signs in outside your directory, past your conditional access, and organisations that you do not know can install it.',
  fix: {
    console:
      'Make a single-tenant app registration or a managed identity, and a bot that uses it: the type of a bot cannot be changed safely in place.',
    cli: 'az bot create --name … --resource-group … --app-type UserAssignedMSI --appid <client id> --msi-resource-id <identity id> --tenant-id <tenant id>',
    bicep: "properties: { msaAppType: 'UserAssignedMSI', msaAppMSIResourceId: identity.id }",
    terraform: 'microsoft_app_type = "UserAssignedMSI"',
  },
  source:
    'BotProperties.msaAppType of @azure/arm-botservice; https://learn.microsoft.com/azure/bot-service/bot-service-quickstart-registration: making multi-tenant bots ended on 2025-07-31',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0073'] },
  examples: {
    pass: [{ properties: { msaAppType: 'SingleTenant' } }, { properties: { msaAppType: 'UserAssignedMSI' } }],
    fail: [{ properties: { msaAppType: 'MultiTenant' } }],
    unknown: [{ properties: {} }, { properties: { msaAppType: 'UnheardOf' } }],
  },
});
