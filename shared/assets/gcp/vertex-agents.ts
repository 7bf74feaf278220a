import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { resourceLabels } from './labels.ts';
import {
  AIPLATFORM,
  encryptionSpec,
  env,
  IAM_POLICY,
  iamPolicy,
  pscInterfaceConfig,
  V1,
  V1_BETA,
} from './vertex-fields.ts';

export const reasoningEngine = assetType('gcp.vertex.reasoning-engine', {
  title: 'Vertex AI Agent Engine instance',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/ReasoningEngine',
  shape: { package: AIPLATFORM, type: `${V1}.ReasoningEngine`, parts: { iamPolicy: IAM_POLICY } },
  tags: resourceLabels,
  config: z.looseObject({
    encryptionSpec,
    // Without one of packageSpec, sourceCodeSpec and containerSpec it keeps sessions and memories, and runs nothing.
    spec: z
      .looseObject({
        serviceAccount: z.string().optional(),
        identityType: z.enum(['IDENTITY_TYPE_UNSPECIFIED', 'SERVICE_ACCOUNT', 'AGENT_IDENTITY']).optional(),
        packageSpec: z.looseObject({ pickleObjectGcsUri: z.string().optional() }).optional(),
        sourceCodeSpec: z.looseObject({}).optional(),
        containerSpec: z.looseObject({ imageUri: z.string().optional() }).optional(),
        deploymentSpec: z.looseObject({ env, pscInterfaceConfig }).optional(),
      })
      .optional(),
    iamPolicy,
  }),
});

export const vertexExtension = assetType('gcp.vertex.extension', {
  title: 'Vertex AI extension',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/Extension',
  shape: { package: AIPLATFORM, type: `${V1_BETA}.Extension` },
  config: z.looseObject({
    manifest: z
      .looseObject({
        authConfig: z
          .looseObject({
            authType: z
              .enum([
                'AUTH_TYPE_UNSPECIFIED',
                'NO_AUTH',
                'API_KEY_AUTH',
                'HTTP_BASIC_AUTH',
                'GOOGLE_SERVICE_ACCOUNT_AUTH',
                'OAUTH',
                'OIDC_AUTH',
              ])
              .optional(),
            googleServiceAccountConfig: z.looseObject({ serviceAccount: z.string().optional() }).optional(),
            oauthConfig: z.looseObject({ serviceAccount: z.string().optional() }).optional(),
            oidcConfig: z.looseObject({ serviceAccount: z.string().optional() }).optional(),
          })
          .optional(),
      })
      .optional(),
    runtimeConfig: z.looseObject({ defaultParams: z.record(z.string(), z.string()).optional() }).optional(),
    privateServiceConnectConfig: z.looseObject({ serviceDirectory: z.string().optional() }).optional(),
  }),
});

export const cachedContent = assetType('gcp.vertex.cached-content', {
  title: 'Vertex AI context cache',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/CachedContent',
  shape: { package: AIPLATFORM, type: `${V1}.CachedContent` },
  // Not its encryptionSpec: that is input only, so that a reply without it says nothing.
  config: z.looseObject({
    model: z.string().optional(),
    createTime: z.string().optional(),
    expireTime: z.string().optional(),
  }),
});
