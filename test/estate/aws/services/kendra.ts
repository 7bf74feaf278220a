import * as client from '@aws-sdk/client-kendra';
import type { JsonObject } from '#shared/model/json.ts';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const index = (Id: string, more: JsonObject): JsonObject => ({
  Id,
  Arn: `arn:aws:kendra:eu-west-1:444455556666:index/${Id}`,
  Name: `search-${Id.slice(0, 4)}`,
  Edition: 'ENTERPRISE_EDITION',
  RoleArn: 'arn:aws:iam::444455556666:role/kendra',
  Status: 'ACTIVE',
  CreatedAt: 1_763_600_000,
  UpdatedAt: 1_763_600_000,
  Tags: [{ Key: 'owner', Value: 'search' }],
  ...more,
});

export default {
  prefix: 'kendra',
  signingName: 'kendra',
  protocol: 'json',
  client,
  handlers: {
    ListIndices: lists('kendra indices', 'IndexConfigurationSummaryItems'),
    DescribeIndex: gets('kendra indices', { Id: 'Id' }),
  },
  sample: {
    'kendra indices': [
      index('0a1b2c3d-0000-4000-8000-000000000001', {
        UserContextPolicy: 'USER_TOKEN',
        ServerSideEncryptionConfiguration: { KmsKeyId: '7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001' },
      }),
      index('1a1b2c3d-0000-4000-8000-000000000002', { UserContextPolicy: 'ATTRIBUTE_FILTER' }),
      index('2a1b2c3d-0000-4000-8000-000000000003', {
        Edition: 'GEN_AI_ENTERPRISE_EDITION',
        UserContextPolicy: 'ATTRIBUTE_FILTER',
      }),
    ],
  },
} satisfies EstateService;
