import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { logExamples, sendsNoLogs } from '../diagnostic-logs.ts';

export default check(searchService, {
  title: 'AI Search services send logs somewhere',
  severity: 'medium',
  fails: sendsNoLogs('Azure Policy 1b4d1c4e: logs[*] may not exist'),
  why: 'Without logs nobody can say which queries read an index, or who wrote to it before the answers went wrong.',
  fix: {
    console:
      'Monitoring › Diagnostic settings: send the category group “allLogs” to a Log Analytics workspace.',
    cli: 'az monitor diagnostic-settings create --name search --resource <service id> --workspace <workspace id> --logs \'[{"categoryGroup":"allLogs","enabled":true}]\'',
    bicep:
      "resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = { scope: service, properties: { workspaceId: …, logs: [{ categoryGroup: 'allLogs', enabled: true }] } }",
  },
  source: 'DiagnosticSettingsResource of @azure/arm-monitor; Azure Policies b4330a05 and 1b4d1c4e',
  frameworks: {
    'azure-policy': ['b4330a05-a843-4bc8-bf9a-cacce50c67f4', '1b4d1c4e-934c-4703-944c-27c82c06bebb'],
    'iso-42001': ['A.6.2.8'],
    'nist-ai-rmf': ['MANAGE 4.1'],
  },
  peers: {
    union: ['azure.search.no-diagnostic-logs'],
    steampipe: ['search_service_logging_enabled'],
  },
  examples: logExamples,
});
