import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, none, not, some } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'AI services accounts send logs somewhere',
  severity: 'medium',
  fails: none(
    'diagnosticSettings',
    all(
      some('properties.logs', field('enabled').is(true), {
        absentIsEmpty: 'Azure Policy 1b4d1c4e: logs[*] may not exist',
      }),
      any(
        not(field('properties.workspaceId').isEmpty()),
        not(field('properties.storageAccountId').isEmpty()),
        not(field('properties.eventHubAuthorizationRuleId').isEmpty()),
      ),
    ),
  ),
  why: 'Without logs nobody can say which identity used a model, or what a leaked key was used for.',
  fix: {
    console:
      'Monitoring › Diagnostic settings: send the category group “allLogs” to a Log Analytics workspace.',
    cli: 'az monitor diagnostic-settings create --name ai --resource <account id> --workspace <workspace id> --logs \'[{"categoryGroup":"allLogs","enabled":true}]\'',
    bicep:
      "resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = { scope: account, properties: { workspaceId: …, logs: [{ categoryGroup: 'allLogs', enabled: true }] } }",
  },
  source:
    'Official example listDiagnosticSettings of Microsoft.Insights 2021-05-01-preview; Azure Policy 1b4d1c4e',
  frameworks: {
    'azure-policy': ['1b4d1c4e-934c-4703-944c-27c82c06bebb'],
    'iso-42001': ['A.6.2.8'],
    'nist-ai-rmf': ['MANAGE 4.1'],
  },
  peers: { union: ['azure.openai.no-diagnostic-logs'], cloudsploit: ['accountDiagnosticLogging'] },
  examples: {
    pass: [
      {
        properties: {},
        diagnosticSettings: [
          {
            properties: {
              workspaceId: '/subscriptions/…',
              logs: [{ categoryGroup: 'allLogs', enabled: true }],
            },
          },
        ],
      },
    ],
    fail: [
      { properties: {}, diagnosticSettings: [] },
      {
        properties: {},
        diagnosticSettings: [
          {
            properties: {
              workspaceId: '/subscriptions/…',
              logs: [{ categoryGroup: 'allLogs', enabled: false }],
            },
          },
        ],
      },
      {
        properties: {},
        diagnosticSettings: [
          { properties: { workspaceId: '', logs: [{ categoryGroup: 'allLogs', enabled: true }] } },
        ],
      },
    ],
    unknown: [
      { properties: {} },
      {
        properties: {},
        diagnosticSettings: {
          $unread: {
            operation: 'Microsoft.Insights/diagnosticSettings/list',
            outcome: 'denied',
            permission: 'Microsoft.Insights/diagnosticSettings/read',
          },
        },
      },
    ],
  },
});
