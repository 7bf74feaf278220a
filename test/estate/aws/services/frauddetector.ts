import * as client from '@aws-sdk/client-frauddetector';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

export default {
  prefix: 'frauddetector',
  signingName: 'frauddetector',
  protocol: 'json',
  client,
  handlers: {
    GetKMSEncryptionKey: () => ({ kmsKey: { kmsEncryptionKeyArn: 'DEFAULT' } }),
    GetModels: lists('fraud models', 'models', { token: ['nextToken', 'nextToken'] }),
  },
  sample: {
    'fraud models': [
      {
        modelId: 'payments_1',
        modelType: 'ONLINE_FRAUD_INSIGHTS',
        arn: 'arn:aws:frauddetector:eu-west-1:444455556666:model/ONLINE_FRAUD_INSIGHTS/payments_1',
      },
      {
        modelId: 'payments_2',
        modelType: 'ONLINE_FRAUD_INSIGHTS',
        arn: 'arn:aws:frauddetector:eu-west-1:444455556666:model/ONLINE_FRAUD_INSIGHTS/payments_2',
      },
      {
        modelId: 'payments_3',
        modelType: 'ONLINE_FRAUD_INSIGHTS',
        arn: 'arn:aws:frauddetector:eu-west-1:444455556666:model/ONLINE_FRAUD_INSIGHTS/payments_3',
      },
    ],
  },
} satisfies EstateService;
