import * as z from 'zod';
import { PUBLIC_MEMBERS } from '#shared/assets/gcp/iam-policy.ts';
import type { Target } from '../../../access.ts';
import { action, setting } from '../../../action.ts';
import { askGoogle } from '../../../google.ts';
import {
  CONDITIONS_VERSION,
  IamPolicy,
  PublicGrants,
  publicGrantsOf,
  withPublicGrants,
} from '../../../public-members.ts';
import { bucketAddress } from './bucket.ts';

const AccessControls = z
  .array(z.looseObject({ entity: z.string().optional() }))
  .default([])
  .transform((list) => list.flatMap(({ entity }) => entity ?? []));

/** Object lists, which the bucket has unless access to it is uniform. */
const Bucket = z.looseObject({ acl: AccessControls, defaultObjectAcl: AccessControls });

const isPublic = (entity: string): boolean => PUBLIC_MEMBERS.some((name) => name === entity);

const policyOf = async (target: Target) =>
  IamPolicy.parse(
    await askGoogle(target.google(), {
      method: 'GET',
      address: bucketAddress(target, '/iam', { optionsRequestedPolicyVersion: `${CONDITIONS_VERSION}` }),
    }),
  );

const publicEntitiesOf = async (target: Target): Promise<string[]> => {
  const address = bucketAddress(target, '', { projection: 'full' });
  const { acl, defaultObjectAcl } = Bucket.parse(
    await askGoogle(target.google(), { method: 'GET', address }),
  );
  return [...acl, ...defaultObjectAcl].filter(isPublic);
};

export default action({
  title: 'Take the bucket’s roles from everybody',
  fixes: ['gcp.storage.bucket-public'],
  risk: 'Whoever reads the bucket without signing in, or with any Google account, loses access at once: public websites, shared downloads, links to objects. What named people, groups and services have stays as it is.',
  parameters: z.strictObject({}),
  settings: {
    'gcp.storage.bucket': setting({
      value: PublicGrants,
      // https://cloud.google.com/storage/docs/json_api/v1/buckets/setIamPolicy
      read: { id: 'storage.buckets.getIamPolicy', permission: 'storage.buckets.getIamPolicy' },
      put: { id: 'storage.buckets.setIamPolicy', permission: 'storage.buckets.setIamPolicy' },
      furtherPermissions: ['storage.buckets.get'],
      absentMeans: { bindings: [] },
      find: async (target) => {
        const [policy, publicEntities] = await Promise.all([policyOf(target), publicEntitiesOf(target)]);
        return { policy, publicEntities };
      },
      present: ({ policy }) => publicGrantsOf(policy),
      obstacle: ({ publicEntities }) =>
        publicEntities.length > 0
          ? 'The access control lists of the bucket let everybody in too, and are not changed by its roles: enforce public access prevention instead, which the finding of that name plans'
          : undefined,
      set: async (target, grants, { policy }) => {
        await askGoogle(target.google(), {
          method: 'PUT',
          address: bucketAddress(target, '/iam', {}),
          body: withPublicGrants(policy, grants),
        });
      },
    }),
  },
  wanted: () => ({ value: { bindings: [] } }),
});
