import { databricksWorkspace } from '#shared/assets/azure/databricks.ts';
import { check } from '#shared/model/check.ts';
import { logExamples, sendsNoLogs } from '../diagnostic-logs.ts';

export default check(databricksWorkspace, {
  title: 'Databricks workspaces send logs somewhere',
  severity: 'medium',
  fails: sendsNoLogs('DiagnosticSettingsResource of @azure/arm-monitor: logs is optional'),
  why: 'Without logs nobody can say who read a table, registered a model or called a serving endpoint.',
  fix: {
    console:
      'Monitoring › Diagnostic settings: send the category group “allLogs” to a Log Analytics workspace.',
    cli: 'az monitor diagnostic-settings create --name databricks --resource <workspace id> --workspace <log workspace id> --logs \'[{"categoryGroup":"allLogs","enabled":true}]\'',
    bicep:
      "resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = { scope: workspace, properties: { workspaceId: …, logs: [{ categoryGroup: 'allLogs', enabled: true }] } }",
  },
  source: 'DiagnosticSettingsResource of @azure/arm-monitor',
  frameworks: {
    'mitre-atlas': ['AML.T0035'],
    'iso-42001': ['A.6.2.8'],
    'nist-ai-rmf': ['MANAGE 4.1'],
  },
  peers: { union: ['azure.databricks.no-diagnostic-logs'], cloudsploit: ['workspaceDiagnosticLogs'] },
  examples: logExamples,
});
