import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, none, not, some } from '#shared/model/predicate.ts';

export default check(mlWorkspace, {
  title: 'Machine Learning workspaces send logs somewhere',
  severity: 'medium',
  fails: none(
    'diagnosticSettings',
    all(
      some('properties.logs', field('enabled').is(true), {
        absentIsEmpty: 'Azure Policy afe0c3be counts enabled logs, of which an absent list has none',
      }),
      any(
        not(field('properties.workspaceId').isEmpty()),
        not(field('properties.storageAccountId').isEmpty()),
        not(field('properties.eventHubAuthorizationRuleId').isEmpty()),
      ),
    ),
  ),
  why: 'Without logs nobody can say who read a dataset, registered a model or started a job.',
  fix: {
    console:
      'Monitoring › Diagnostic settings: send the category group “allLogs” to a Log Analytics workspace.',
    cli: 'az monitor diagnostic-settings create --name ml --resource <workspace id> --workspace <log workspace id> --logs \'[{"categoryGroup":"allLogs","enabled":true}]\'',
    bicep:
      "resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = { scope: workspace, properties: { workspaceId: …, logs: [{ categoryGroup: 'allLogs', enabled: true }] } }",
  },
  source:
    'Official example listDiagnosticSettings of Microsoft.Insights 2021-05-01-preview; Azure Policy afe0c3be',
  frameworks: { 'azure-policy': ['afe0c3be-ba3b-4544-ba52-0c99672a8ad6'], 'iso-42001': ['A.6.2.8'] },
  peers: { union: ['azure.ml.workspace-no-diagnostic-logs'], cloudsploit: ['workspaceLoggingEnabled'] },
  examples: {
    pass: [
      {
        properties: {},
        diagnosticSettings: [
          {
            properties: {
              storageAccountId: '/subscriptions/…',
              logs: [{ category: 'AmlComputeJobEvent', enabled: true }],
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
              storageAccountId: '/subscriptions/…',
              logs: [{ category: 'AmlComputeJobEvent', enabled: false }],
            },
          },
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
