import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { resourceLabels } from './labels.ts';
import { AIPLATFORM, encryptionSpec, env, IAM_POLICY, iamPolicy, V1 } from './vertex-fields.ts';

/** What a Colab Enterprise runtime has of its template. */
const runtimeFields = {
  encryptionSpec,
  networkSpec: z.looseObject({ enableInternetAccess: z.boolean().optional() }).optional(),
  idleShutdownConfig: z
    .looseObject({
      idleTimeout: z.string().optional(),
      idleShutdownDisabled: z.boolean().optional(),
    })
    .optional(),
  eucConfig: z.looseObject({ eucDisabled: z.boolean().optional() }).optional(),
  shieldedVmConfig: z.looseObject({ enableSecureBoot: z.boolean().optional() }).optional(),
  softwareConfig: z
    .looseObject({
      env,
      postStartupScriptConfig: z.looseObject({ postStartupScriptUrl: z.string().optional() }).optional(),
    })
    .optional(),
};

export const notebookRuntimeTemplate = assetType('gcp.vertex.notebook-runtime-template', {
  title: 'Colab Enterprise runtime template',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/NotebookRuntimeTemplate',
  shape: {
    package: AIPLATFORM,
    type: `${V1}.NotebookRuntimeTemplate`,
    parts: { iamPolicy: IAM_POLICY },
  },
  tags: resourceLabels,
  config: z.looseObject({ ...runtimeFields, iamPolicy }),
});

export const notebookRuntime = assetType('gcp.vertex.notebook-runtime', {
  title: 'Colab Enterprise runtime',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/NotebookRuntime',
  shape: { package: AIPLATFORM, type: `${V1}.NotebookRuntime` },
  tags: resourceLabels,
  config: z.looseObject({ ...runtimeFields, isUpgradable: z.boolean().optional() }),
});
