import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { bindings } from './iam-policy.ts';

const shape = {
  package: 'googleapis/googleapis: google/iam/v1/policy.proto',
  type: 'google.iam.v1.Policy',
};

const config = z.looseObject({
  bindings,
  auditConfigs: z
    .array(
      z.looseObject({
        service: z.string(),
        auditLogConfigs: z
          .array(
            z.looseObject({
              logType: z.enum(['LOG_TYPE_UNSPECIFIED', 'ADMIN_READ', 'DATA_WRITE', 'DATA_READ']).optional(),
            }),
          )
          .optional(),
      }),
    )
    .optional(),
});

export const projectPolicy = assetType('gcp.resource-manager.project-policy', {
  title: 'Google Cloud project IAM policy',
  placement: 'global',
  nativeType: 'cloudresourcemanager.googleapis.com/Project',
  shape,
  config,
});

/** What an organisation or a folder grants, every project below it inherits. */
export const organizationPolicy = assetType('gcp.resource-manager.organization-policy', {
  title: 'Google Cloud organisation or folder IAM policy',
  placement: 'global',
  nativeType: 'cloudresourcemanager.googleapis.com/Organization',
  shape,
  config,
});
