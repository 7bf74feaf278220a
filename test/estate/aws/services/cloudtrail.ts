import * as client from '@aws-sdk/client-cloudtrail';
import type { JsonObject } from '#shared/model/json.ts';
import { gets } from '../served.ts';
import type { EstateService } from '../services.ts';

const trail = (name: string, more: JsonObject): JsonObject => ({
  Name: name,
  TrailARN: `arn:aws:cloudtrail:eu-west-1:444455556666:trail/${name}`,
  S3BucketName: 'trail-logs',
  HomeRegion: 'eu-west-1',
  IsMultiRegionTrail: true,
  HasCustomEventSelectors: false,
  IsLogging: true,
  ...more,
});

const service: EstateService = {
  prefix: 'cloudtrail',
  signingName: 'cloudtrail',
  protocol: 'json',
  client,
  handlers: {
    DescribeTrails: ({ region }) => ({ trailList: region.resources('cloudtrail/trails') }),
    GetTrailStatus: gets('cloudtrail/trails', { Name: 'TrailARN' }),
    GetEventSelectors: gets('cloudtrail/trails', { TrailName: 'TrailARN' }),
  },
  sample: {
    'cloudtrail/trails': [
      trail('management', {}),
      trail('data', {
        HasCustomEventSelectors: true,
        AdvancedEventSelectors: [
          {
            Name: 'agents',
            FieldSelectors: [
              { Field: 'eventCategory', Equals: ['Data'] },
              { Field: 'resources.type', Equals: ['AWS::Bedrock::AgentAlias'] },
            ],
          },
        ],
      }),
      trail('stopped', { IsLogging: false }),
    ],
  },
};
export default service;
