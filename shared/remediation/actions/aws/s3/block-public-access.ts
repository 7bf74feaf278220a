import {
  DeletePublicAccessBlockCommand,
  GetPublicAccessBlockCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import * as z from 'zod';
import { parseArn } from '#connectors/aws/arn.ts';
import type { Target } from '../../../access.ts';
import { action, setting } from '../../../action.ts';

const PublicAccessBlock = z.strictObject({
  BlockPublicAcls: z.boolean().optional(),
  IgnorePublicAcls: z.boolean().optional(),
  BlockPublicPolicy: z.boolean().optional(),
  RestrictPublicBuckets: z.boolean().optional(),
});

/** The owner is named so that a bucket of the same name in other hands is refused. */
function bucketOf({ asset, scope }: Target) {
  const Bucket = parseArn(asset.id)?.resource;
  if (!Bucket) throw new Error('the asset id is no bucket ARN');
  return { Bucket, ExpectedBucketOwner: scope.account };
}

export default action({
  title: 'Block public access to the bucket',
  fixes: ['aws.s3.public-access-block', 'aws.s3.public-policy'],
  risk: 'Whoever reads the bucket without signing in, or through a public policy or ACL, loses access at once: public websites, shared downloads, partners without a role.',
  parameters: z.strictObject({}),
  resources: ['arn:{partition}:s3:::*'],
  settings: {
    'aws.s3.bucket': setting({
      value: PublicAccessBlock,
      // The actions: Service Authorization Reference, Amazon S3. Deleting is authorised by the same as putting.
      read: { id: 's3:GetPublicAccessBlock', permission: 's3:GetBucketPublicAccessBlock' },
      put: { id: 's3:PutPublicAccessBlock', permission: 's3:PutBucketPublicAccessBlock' },
      remove: { id: 's3:DeletePublicAccessBlock', permission: 's3:PutBucketPublicAccessBlock' },
      find: async (target) => {
        try {
          const { PublicAccessBlockConfiguration } = await target
            .aws()
            .s3()
            .send(new GetPublicAccessBlockCommand(bucketOf(target)));
          return PublicAccessBlock.parse(PublicAccessBlockConfiguration ?? {});
        } catch (error) {
          // Not modelled in the SDK; the API reference of GetPublicAccessBlock names it.
          if (error instanceof Error && error.name === 'NoSuchPublicAccessBlockConfiguration')
            return undefined;
          throw error;
        }
      },
      present: (block) => block,
      set: async (target, PublicAccessBlockConfiguration) => {
        await target
          .aws()
          .s3()
          .send(new PutPublicAccessBlockCommand({ ...bucketOf(target), PublicAccessBlockConfiguration }));
      },
      clear: async (target) => {
        await target
          .aws()
          .s3()
          .send(new DeletePublicAccessBlockCommand(bucketOf(target)));
      },
    }),
  },
  wanted: () => ({
    value: {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    },
  }),
});
