import * as z from 'zod';
import { action, setting } from '../../../action.ts';
import { askGoogle } from '../../../google.ts';
import { bucketAddress } from './bucket.ts';

const Prevention = z.strictObject({ publicAccessPrevention: z.string().min(1) });

/** As much of the bucket as is read here; the version is one of its metadata, which every change raises. */
const Bucket = z.looseObject({
  metageneration: z.string().min(1),
  iamConfiguration: z.looseObject({ publicAccessPrevention: z.string().min(1).optional() }).optional(),
});

export default action({
  title: 'Enforce public access prevention on the bucket',
  fixes: ['gcp.storage.bucket-public-access-prevention'],
  risk: 'Whoever reads the bucket without signing in, or with any Google account, loses access at once: public websites, shared downloads, links to objects. Grants to everybody stay written and have no effect.',
  parameters: z.strictObject({}),
  settings: {
    'gcp.storage.bucket': setting({
      value: Prevention,
      // https://cloud.google.com/storage/docs/json_api/v1/buckets/patch, with the permissions that it names.
      read: { id: 'storage.buckets.get', permission: 'storage.buckets.get' },
      put: { id: 'storage.buckets.patch', permission: 'storage.buckets.update' },
      furtherPermissions: ['storage.buckets.setIamPolicy'],
      absentMeans: { publicAccessPrevention: 'inherited' },
      find: async (target) =>
        Bucket.parse(
          await askGoogle(target.google(), {
            method: 'GET',
            address: bucketAddress(target, '', { projection: 'noAcl' }),
          }),
        ),
      present: ({ iamConfiguration: { publicAccessPrevention } = {} }) =>
        publicAccessPrevention === undefined ? undefined : { publicAccessPrevention },
      set: async (target, iamConfiguration, { metageneration }) => {
        await askGoogle(target.google(), {
          method: 'PATCH',
          // A reply with object lists would take a permission to read them.
          address: bucketAddress(target, '', { ifMetagenerationMatch: metageneration, projection: 'noAcl' }),
          body: { iamConfiguration },
        });
      },
    }),
  },
  wanted: () => ({ value: { publicAccessPrevention: 'enforced' } }),
});
