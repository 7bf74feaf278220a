import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

/** All trails that record the region, of whatever home: that there may be none is what is judged. */
export const trails = assetType('aws.cloudtrail.trails', {
  title: 'CloudTrail in a region',
  placement: 'region',
  nativeType: 'AWS::CloudTrail::Trail',
  shape: {
    package: '@aws-sdk/client-cloudtrail',
    type: 'DescribeTrailsResponse',
    parts: { trails: 'Trail&GetTrailStatusResponse&GetEventSelectorsResponse[]' },
  },
  config: z.looseObject({
    trails: z.array(
      z.looseObject({
        Name: z.string().optional(),
        HasCustomEventSelectors: z.boolean().optional(),
      }),
    ),
  }),
});
