import type { JsonObject } from '#shared/model/json.ts';

/** A diagnostic setting that sends every log of a resource to one workspace. */
export const logsOf = (resource: string, group: string): JsonObject => ({
  id: `${resource}/providers/Microsoft.Insights/diagnosticSettings/all`,
  name: 'all',
  type: 'Microsoft.Insights/diagnosticSettings',
  properties: {
    workspaceId: `${group}/providers/Microsoft.OperationalInsights/workspaces/logs`,
    logs: [{ categoryGroup: 'allLogs', enabled: true }],
  },
});
