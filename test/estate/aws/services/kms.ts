import * as client from '@aws-sdk/client-kms';
import type { JsonObject } from '#shared/model/json.ts';
import { type Call, one } from '../handler.ts';
import { AwsError } from '../reply.ts';
import type { EstateService } from '../services.ts';

const key = (id: string, statement: JsonObject): JsonObject => ({
  KeyId: id,
  Arn: `arn:aws:kms:eu-west-1:444455556666:key/${id}`,
  AWSAccountId: '444455556666',
  Enabled: true,
  KeyState: 'Enabled',
  KeyManager: 'CUSTOMER',
  KeySpec: 'SYMMETRIC_DEFAULT',
  Origin: 'AWS_KMS',
  rotates: true,
  document: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
});

const keyAsked = ({ region, input: { KeyId } }: Call): JsonObject =>
  one(
    region.resources('kms/keys'),
    ({ Arn, KeyId: id }) => KeyId === Arn || KeyId === id,
    new AwsError('NotFoundException', 'There is no such key.', 400),
  );

const service: EstateService = {
  prefix: 'kms',
  signingName: 'kms',
  protocol: 'json',
  client,
  handlers: {
    DescribeKey: (call) => {
      const { rotates: _, document: __, ...KeyMetadata } = keyAsked(call);
      return { KeyMetadata };
    },
    GetKeyPolicy: (call) => ({ Policy: keyAsked(call)['document'] ?? '{}', PolicyName: 'default' }),
    GetKeyRotationStatus: (call) => ({ KeyRotationEnabled: keyAsked(call)['rotates'] ?? false }),
  },
  sample: {
    'kms/keys': [
      key('7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001', {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::444455556666:root' },
        Action: 'kms:*',
        Resource: '*',
      }),
      key('11111111-2b6a-4f0e-9a51-0c5a3f7be001', {
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: 'kms:Decrypt',
        Resource: '*',
      }),
    ],
  },
};
export default service;
