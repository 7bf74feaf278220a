import type { GetKMSEncryptionKeyResult } from '@aws-sdk/client-frauddetector';
import { encryptionKey } from '#shared/assets/aws/frauddetector.ts';
import { isObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { relation } from '../../connector.ts';
import { arnIn } from '../arn.ts';
import { awsConnector } from '../connector.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

/** The setting has no ARN of its own: it is of everything that the service holds in the region. */
const settingId = (scope: Scope): string => arnIn(scope, 'frauddetector', '*');

const readKey = ({ fraudDetector }: AwsServices) => fraudDetector('GetKMSEncryptionKey', {});

export default awsConnector<GetKMSEncryptionKeyResult>(encryptionKey, {
  rare: true,
  isSetting: true,
  operations: {
    list: awsOperations('frauddetector:GetKMSEncryptionKey'),
    parts: { models: awsOperation('frauddetector:GetModels') },
  },
  events: ['PutKMSEncryptionKey'],
  withoutEvents: { create: 'there always is one', delete: 'there always is one' },
  async *list(services) {
    yield await readKey(services);
  },
  identify: (_summary, { scope }) => ({
    id: settingId(scope),
    name: `Fraud Detector encryption key in ${scope.region}`,
  }),
  read: async ({ fraudDetector }, summary) => ({
    ...summary,
    models: await fraudDetector.partList('GetModels', { maxResults: 10 }, 'models'),
  }),
  find: (services) => readKey(services),
  affected: (_event, { scope }) => settingId(scope),
  relations: ({ kmsKey }) => {
    const key = isObject(kmsKey) ? kmsKey['kmsEncryptionKeyArn'] : undefined;
    return [key === 'DEFAULT' ? undefined : relation('encrypted-by', key)];
  },
});
