import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { listedTags, TAGS } from './tags.ts';

const policies = z.array(z.looseObject({ name: z.string().optional(), policy: z.json().optional() }));

export const collection = assetType('aws.aoss.collection', {
  title: 'OpenSearch Serverless collection',
  placement: 'region',
  nativeType: 'AWS::OpenSearchServerless::Collection',
  shape: {
    package: '@aws-sdk/client-opensearchserverless',
    type: 'CollectionDetail',
    parts: {
      networkPolicies: 'SecurityPolicyDetail[]',
      accessPolicies: 'AccessPolicyDetail[]',
      Tags: TAGS,
    },
  },
  tags: listedTags('Tags'),
  config: z.looseObject({
    name: z.string(),
    type: z.enum(['SEARCH', 'TIMESERIES', 'VECTORSEARCH']).optional(),
    kmsKeyArn: z.string().optional(),
    /** Of all policies of the region, those that name the collection. */
    networkPolicies: policies.optional(),
    accessPolicies: policies.optional(),
  }),
});
