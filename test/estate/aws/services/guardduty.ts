import * as client from '@aws-sdk/client-guardduty';
import { gets } from '../served.ts';
import type { EstateService } from '../services.ts';

const service: EstateService = {
  prefix: 'guardduty',
  signingName: 'guardduty',
  protocol: 'rest-json',
  client,
  handlers: {
    ListDetectors: ({ region }) => ({
      DetectorIds: region.resources('guardduty/detectors').map(({ DetectorId }) => DetectorId ?? ''),
    }),
    GetDetector: gets('guardduty/detectors', { DetectorId: 'DetectorId' }),
  },
  sample: {
    'guardduty/detectors': [
      {
        DetectorId: '12abc34d567e8fa901bc2d34e56789f0',
        ServiceRole: 'arn:aws:iam::444455556666:role/aws-service-role/guardduty',
        Status: 'ENABLED',
        Features: [
          { Name: 'S3_DATA_EVENTS', Status: 'ENABLED' },
          { Name: 'AI_PROTECTION', Status: 'DISABLED' },
        ],
      },
    ],
  },
};
export default service;
