import * as client from '@aws-sdk/client-s3-control';
import { AwsError } from '../reply.ts';
import type { EstateService } from '../services.ts';

const service: EstateService = {
  prefix: 's3control',
  signingName: 's3',
  protocol: 'rest-xml',
  client,
  handlers: {
    GetPublicAccessBlock: ({ region }) => {
      const [block] = region.resources('s3control/publicAccessBlock');
      if (!block)
        throw new AwsError('NoSuchPublicAccessBlockConfiguration', 'There is no such configuration.', 404);
      return { PublicAccessBlockConfiguration: block };
    },
  },
  sample: {
    's3control/publicAccessBlock': [
      {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: false,
        RestrictPublicBuckets: false,
      },
    ],
  },
};
export default service;
