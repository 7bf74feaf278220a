import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

export const conversationalAgent = assetType('gcp.dialogflow.agent', {
  title: 'Dialogflow CX agent',
  placement: 'global',
  nativeType: 'dialogflow.googleapis.com/Agent',
  shape: { package: '@google-cloud/dialogflow-cx', type: 'google.cloud.dialogflow.cx.v3.Agent' },
  config: z.looseObject({
    enableStackdriverLogging: z.boolean().optional(),
    securitySettings: z.string().optional(),
    advancedSettings: z
      .looseObject({
        loggingSettings: z
          .looseObject({
            enableStackdriverLogging: z.boolean().optional(),
            enableInteractionLogging: z.boolean().optional(),
            enableConsentBasedRedaction: z.boolean().optional(),
          })
          .optional(),
      })
      .optional(),
  }),
});

export const dialogflowEsAgent = assetType('gcp.dialogflow.es-agent', {
  title: 'Dialogflow ES agent',
  placement: 'global',
  nativeType: 'dialogflow.googleapis.com/Agent (ES)',
  shape: { package: '@google-cloud/dialogflow', type: 'google.cloud.dialogflow.v2.Agent' },
  config: z.looseObject({ parent: z.string().optional(), enableLogging: z.boolean().optional() }),
});
