import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

const shape = {
  package: 'googleapis/googleapis: google/iam/admin/v1/iam.proto',
  type: 'google.iam.admin.v1.Role',
};

const config = z.looseObject({
  name: z.string(),
  /** No more than `isKeptPermission` (kept-permissions.ts) keeps. */
  includedPermissions: z.array(z.string()).optional(),
  stage: z.enum(['ALPHA', 'BETA', 'GA', 'DEPRECATED', 'DISABLED', 'EAP']).optional(),
  deleted: z.boolean().optional(),
});

/** A role that a project defines, or one of Google's that policies of the project grant. */
export const role = assetType('gcp.iam.role', {
  title: 'Google Cloud role',
  placement: 'global',
  nativeType: 'iam.googleapis.com/Role',
  shape,
  config,
});

/** A role that an organisation defines, or one of Google's that it or a folder grants. */
export const organizationRole = assetType('gcp.iam.organization-role', {
  title: 'Google Cloud role granted by an organisation or folder',
  placement: 'global',
  nativeType: 'iam.googleapis.com/Role',
  shape,
  config,
});
