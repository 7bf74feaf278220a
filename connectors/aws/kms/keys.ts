import type { KeyMetadata } from '@aws-sdk/client-kms';
import { kmsKey } from '#shared/assets/aws/kms.ts';
import type { Scope } from '#shared/model/scope.ts';
import { kmsKeyArn, nameInArn, parseArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

/** The key or alias, as AI assets name it. */
interface Named {
  readonly target: string;
}

const isKeyOf =
  ({ account, region }: Scope) =>
  (target: string): boolean => {
    const arn = parseArn(target);
    return arn?.service === 'kms' && arn.account === account && arn.region === region;
  };

/** The keys of the region that AI assets are encrypted by, each under the name that they call it. */
export default awsConnector<Named>(kmsKey, {
  followsReferences: true,
  operations: {
    list: [],
    read: awsOperations('kms:DescribeKey'),
    parts: {
      Policy: awsOperation('kms:GetKeyPolicy'),
      KeyRotationEnabled: awsOperation('kms:GetKeyRotationStatus'),
    },
  },
  events: [
    'PutKeyPolicy',
    'EnableKey',
    'DisableKey',
    'EnableKeyRotation',
    'DisableKeyRotation',
    'ScheduleKeyDeletion',
    'CancelKeyDeletion',
  ],
  withoutEvents: {
    create: 'Nothing is encrypted by a key that was just created: it is read with what uses it.',
  },
  async *list(_services, { scope, references }) {
    for (const target of await references(isKeyOf(scope))) yield { target };
  },
  identify: ({ target }) => ({ id: target, name: nameInArn(target) }),
  async read(services, { target }) {
    const { KeyMetadata: described } = await services.kms('DescribeKey', { KeyId: target });
    // The policies of keys that AWS manages are AWS's to write.
    return described?.KeyManager === 'AWS'
      ? described
      : { ...described, ...(await ownParts(services, described)) };
  },
  async find(_services, id, { scope, references }) {
    const named = await references((target) => target === id && isKeyOf(scope)(target));
    return named.size === 0 ? undefined : { target: id };
  },
  affected: (event, { scope }) => kmsKeyArn(scope, asked(event, 'keyId')),
});

async function ownParts({ kms }: AwsServices, described: KeyMetadata | undefined) {
  // An alias will do to describe a key, and not for these.
  const KeyId = described?.Arn;
  const [Policy, KeyRotationEnabled] = await Promise.all([
    kms.part('GetKeyPolicy', { KeyId }, (reply) => decodedJson(reply.Policy)),
    kms.part('GetKeyRotationStatus', { KeyId }, (reply) => reply.KeyRotationEnabled, [
      'UnsupportedOperationException',
      'KMSInvalidStateException',
    ]),
  ]);
  return { Policy, KeyRotationEnabled };
}
