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

/** Whose model it is: no package of a resource that is watched knows it. */
export const DIAGNOSTIC_SETTINGS_MODEL = '@azure/arm-monitor DiagnosticSettingsResource';
