import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { mappedTags } from './tags.ts';

const text = z.string().optional();

export const acceleratedCluster = assetType('aws.eks.cluster', {
  title: 'EKS cluster with accelerators',
  placement: 'region',
  nativeType: 'AWS::EKS::Cluster',
  asffType: 'AwsEksCluster',
  shape: { package: '@aws-sdk/client-eks', type: 'Cluster', parts: { nodegroups: 'Nodegroup[]' } },
  tags: mappedTags('tags'),
  config: z.looseObject({
    name: text,
    resourcesVpcConfig: z
      .looseObject({
        endpointPublicAccess: z.boolean().optional(),
        publicAccessCidrs: z.array(z.string()).optional(),
      })
      .optional(),
    /** Those with accelerators. */
    nodegroups: z
      .array(z.looseObject({ nodegroupName: text, instanceTypes: z.array(z.string()).optional() }))
      .optional(),
  }),
});
