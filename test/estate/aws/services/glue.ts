import * as client from '@aws-sdk/client-glue';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

export default {
  prefix: 'glue',
  signingName: 'glue',
  protocol: 'json',
  client,
  handlers: { GetMLTransforms: lists('glue transforms', 'Transforms') },
  sample: {
    'glue transforms': [
      {
        TransformId: 'tfm-1',
        Arn: 'arn:aws:glue:eu-west-1:444455556666:mlTransform/tfm-1',
        Name: 'duplicates-1',
        Status: 'READY',
        Role: 'arn:aws:iam::444455556666:role/glue',
        CreatedOn: '2026-11-20T08:00:00.000Z',
        Tags: [{ Key: 'owner', Value: 'ml' }],
        TransformEncryption: {
          MlUserDataEncryption: {
            MlUserDataEncryptionMode: 'SSE-KMS',
            KmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
          },
        },
      },
      {
        TransformId: 'tfm-2',
        Arn: 'arn:aws:glue:eu-west-1:444455556666:mlTransform/tfm-2',
        Name: 'duplicates-2',
        Status: 'READY',
        Role: 'arn:aws:iam::444455556666:role/glue',
        CreatedOn: '2026-11-20T08:00:00.000Z',
        Tags: [{ Key: 'owner', Value: 'ml' }],
        TransformEncryption: { MlUserDataEncryption: { MlUserDataEncryptionMode: 'DISABLED' } },
      },
      {
        TransformId: 'tfm-3',
        Arn: 'arn:aws:glue:eu-west-1:444455556666:mlTransform/tfm-3',
        Name: 'duplicates-3',
        Status: 'READY',
        Role: 'arn:aws:iam::444455556666:role/glue',
        CreatedOn: '2026-11-20T08:00:00.000Z',
        Tags: [{ Key: 'owner', Value: 'ml' }],
      },
    ],
  },
} satisfies EstateService;
