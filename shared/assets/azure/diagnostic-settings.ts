import * as z from 'zod';

/** DiagnosticSettingsResource of Microsoft.Insights 2021-05-01-preview, as a part of the resource that it watches. */
export const DiagnosticSetting = z.looseObject({
  properties: z.looseObject({
    workspaceId: z.string().optional(),
    storageAccountId: z.string().optional(),
    eventHubAuthorizationRuleId: z.string().optional(),
    logs: z
      .array(
        z.looseObject({
          category: z.string().optional(),
          categoryGroup: z.string().optional(),
          enabled: z.boolean(),
        }),
      )
      .optional(),
  }),
});

/** Where the fields of diagnostic settings are seen: no package of a resource that they watch knows them. */
export const DIAGNOSTIC_SETTINGS_SEEN =
  'azure-examples/git/monitor/resource-manager/Microsoft.Insights/preview/2021-05-01-preview/examples/listDiagnosticSettings.json';
