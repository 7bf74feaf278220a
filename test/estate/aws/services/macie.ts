import * as client from '@aws-sdk/client-macie2';
import { AwsError } from '../reply.ts';
import type { EstateService } from '../services.ts';

const service: EstateService = {
  prefix: 'macie2',
  signingName: 'macie2',
  protocol: 'rest-json',
  client,
  handlers: {
    GetMacieSession: ({ region }) => {
      const [session] = region.resources('macie2/sessions');
      if (!session) throw new AwsError('AccessDeniedException', 'Macie is not enabled.', 403);
      return session;
    },
  },
  sample: { 'macie2/sessions': [{ status: 'PAUSED', findingPublishingFrequency: 'ONE_HOUR' }] },
};
export default service;
