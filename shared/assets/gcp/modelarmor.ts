import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

const PACKAGE = '@google-cloud/modelarmor';
const V1 = 'google.cloud.modelarmor.v1';

const filterConfig = z
  .looseObject({
    piAndJailbreakFilterSettings: z
      .looseObject({
        filterEnforcement: z
          .enum(['PI_AND_JAILBREAK_FILTER_ENFORCEMENT_UNSPECIFIED', 'ENABLED', 'DISABLED'])
          .optional(),
      })
      .optional(),
    maliciousUriFilterSettings: z
      .looseObject({
        filterEnforcement: z
          .enum(['MALICIOUS_URI_FILTER_ENFORCEMENT_UNSPECIFIED', 'ENABLED', 'DISABLED'])
          .optional(),
      })
      .optional(),
    sdpSettings: z
      .looseObject({
        basicConfig: z
          .looseObject({
            filterEnforcement: z
              .enum(['SDP_BASIC_CONFIG_ENFORCEMENT_UNSPECIFIED', 'ENABLED', 'DISABLED'])
              .optional(),
          })
          .optional(),
        advancedConfig: z.looseObject({ inspectTemplate: z.string().optional() }).optional(),
      })
      .optional(),
  })
  .optional();

export const armorTemplate = assetType('gcp.modelarmor.template', {
  title: 'Model Armor template',
  placement: 'global',
  nativeType: 'modelarmor.googleapis.com/Template',
  shape: { package: PACKAGE, type: `${V1}.Template` },
  config: z.looseObject({
    filterConfig,
    templateMetadata: z
      .looseObject({
        enforcementType: z
          .enum(['ENFORCEMENT_TYPE_UNSPECIFIED', 'INSPECT_ONLY', 'INSPECT_AND_BLOCK'])
          .optional(),
        logSanitizeOperations: z.boolean().optional(),
      })
      .optional(),
  }),
});

/** What every template of a project must have at least, and what Vertex AI applies without a template. */
export const armorFloor = assetType('gcp.modelarmor.floor-setting', {
  title: 'Model Armor floor setting',
  placement: 'global',
  nativeType: 'modelarmor.googleapis.com/FloorSetting',
  shape: { package: PACKAGE, type: `${V1}.FloorSetting` },
  config: z.looseObject({
    filterConfig,
    enableFloorSettingEnforcement: z.boolean().optional(),
    // No enum: services that a later version of the API knows beside Vertex AI say nothing against it.
    integratedServices: z.array(z.string()).optional(),
    aiPlatformFloorSetting: z
      .looseObject({
        inspectOnly: z.boolean().optional(),
        inspectAndBlock: z.boolean().optional(),
        enableCloudLogging: z.boolean().optional(),
      })
      .optional(),
  }),
});
