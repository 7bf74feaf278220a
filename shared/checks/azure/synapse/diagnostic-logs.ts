import { synapseWorkspace } from '#shared/assets/azure/synapse.ts';
import { check } from '#shared/model/check.ts';
import { logExamples, sendsNoLogs } from '../diagnostic-logs.ts';

export default check(synapseWorkspace, {
  title: 'Synapse workspaces send logs somewhere',
  severity: 'medium',
  fails: sendsNoLogs('DiagnosticSettingsResource of @azure/arm-monitor: logs is optional'),
  why: 'Without logs nobody can say who queried the data that models are trained on, or who let a pipeline change it.',
  fix: {
    console:
      'Monitoring › Diagnostic settings: send the category group “allLogs” to a Log Analytics workspace.',
    cli: 'az monitor diagnostic-settings create --name synapse --resource <workspace id> --workspace <log workspace id> --logs \'[{"categoryGroup":"allLogs","enabled":true}]\'',
    bicep:
      "resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = { scope: workspace, properties: { workspaceId: …, logs: [{ categoryGroup: 'allLogs', enabled: true }] } }",
  },
  source: 'DiagnosticSettingsResource of @azure/arm-monitor',
  frameworks: {
    'mitre-atlas': ['AML.T0020'],
    'iso-42001': ['A.6.2.8'],
    'nist-ai-rmf': ['MANAGE 4.1'],
  },
  peers: { union: ['azure.synapse.no-diagnostic-logs'], cloudsploit: ['workspaceDiagnosticLogsEnabled'] },
  examples: logExamples,
});
