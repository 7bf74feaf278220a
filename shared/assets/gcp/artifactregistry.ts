import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { bindings } from './iam-policy.ts';
import { resourceLabels } from './labels.ts';

/** A repository that holds images of AI workloads. */
export const imageRepository = assetType('gcp.artifactregistry.repository', {
  title: 'Artifact Registry repository',
  placement: 'global',
  nativeType: 'artifactregistry.googleapis.com/Repository',
  shape: {
    package: '@google-cloud/artifact-registry',
    type: 'google.devtools.artifactregistry.v1.Repository',
    parts: { iamPolicy: 'google.iam.v1.Policy' },
  },
  tags: resourceLabels,
  config: z.looseObject({
    kmsKeyName: z.string().optional(),
    dockerConfig: z.looseObject({ immutableTags: z.boolean().optional() }).optional(),
    iamPolicy: z.looseObject({ bindings }).optional(),
  }),
});
