import * as z from 'zod';
import type { Asset } from '#shared/model/asset.ts';
import { isUnread } from '#shared/model/coverage.ts';
import type { AllowPolicy, DenyPolicy, RoleDefinition } from './policy.ts';

const Bindings = z
  .looseObject({
    role: z.string(),
    members: z.array(z.string()).default([]),
    condition: z.looseObject({ expression: z.string().optional() }).optional(),
  })
  .array()
  .default([]);

/** google.iam.v1.Policy: what has no binding is sent without the list. */
const Policy = z.looseObject({ bindings: Bindings });

const Names = z.array(z.string()).default([]);

/** google.iam.v2.Policy */
const Denial = z.looseObject({
  name: z.string(),
  rules: z
    .looseObject({
      denyRule: z
        .looseObject({
          deniedPrincipals: Names,
          exceptionPrincipals: Names,
          deniedPermissions: Names,
          exceptionPermissions: Names,
          denialCondition: z.looseObject({ expression: z.string().optional() }).optional(),
        })
        .optional(),
    })
    .array()
    .default([]),
});

/** google.iam.admin.v1.Role */
const Role = z.looseObject({
  name: z.string(),
  includedPermissions: z.array(z.string()).default([]),
  stage: z.string().optional(),
  deleted: z.boolean().default(false),
});

const POLICIES: ReadonlySet<string> = new Set([
  'gcp.resource-manager.project-policy',
  'gcp.resource-manager.organization-policy',
]);

/** Types whose assets have a policy of their own that connectors read with them. */
const WITH_POLICY: ReadonlySet<string> = new Set([
  'gcp.artifactregistry.repository',
  'gcp.iam.service-account',
  'gcp.storage.bucket',
  'gcp.vertex.endpoint',
  'gcp.vertex.notebook-runtime-template',
  'gcp.vertex.reasoning-engine',
]);

/** Types whose assets can have one that nothing here reads (https://cloud.google.com/iam/docs/resource-types-with-policies). */
const POLICY_NOT_READ: ReadonlySet<string> = new Set([
  'gcp.vertex.feature-online-store',
  'gcp.vertex.featurestore',
]);

/** The policy of an asset: of what it is a policy of, or its own. `unread` where it could not be read. */
export function policyOf(asset: Asset): AllowPolicy | 'unread' | undefined {
  const isPolicy = POLICIES.has(asset.type);
  if (POLICY_NOT_READ.has(asset.type)) return 'unread';
  if (asset.unread) return isPolicy || WITH_POLICY.has(asset.type) ? 'unread' : undefined;
  const found = isPolicy ? asset.config : asset.config['iamPolicy'];
  if (found === undefined) return undefined;
  const { data } = isUnread(found) ? {} : Policy.safeParse(found);
  if (!data) return 'unread';
  return {
    resource: asset.id,
    bindings: data.bindings.map(({ role, members, condition }) => ({
      role,
      members,
      condition: condition?.expression || undefined,
    })),
  };
}

/** `attachedTo` of a project's is the project that it was read in, which the name has as a number. */
export function denyPolicyOf(asset: Asset): DenyPolicy | 'unread' | undefined {
  const isOfProject = asset.type === 'gcp.iam.deny-policy';
  if (!isOfProject && asset.type !== 'gcp.iam.organization-deny-policy') return undefined;
  const { data } = Denial.safeParse(asset.config);
  if (!data || asset.unread) return 'unread';
  return {
    name: data.name,
    attachedTo: isOfProject
      ? `//cloudresourcemanager.googleapis.com/projects/${asset.scope.account}`
      : `//${decodeURIComponent(data.name.split('/')[1] ?? '')}`,
    rules: data.rules.flatMap(({ denyRule }) =>
      denyRule ? [{ ...denyRule, denialCondition: denyRule.denialCondition?.expression || undefined }] : [],
    ),
  };
}

/** A role that is deleted or disabled grants nothing (https://cloud.google.com/iam/docs/creating-custom-roles). */
export function roleOf(asset: Asset): RoleDefinition | undefined {
  if (asset.type !== 'gcp.iam.role' && asset.type !== 'gcp.iam.organization-role') return undefined;
  const { data } = Role.safeParse(asset.config);
  if (!data || asset.unread) return undefined;
  const isOff = data.deleted || data.stage === 'DISABLED';
  return { name: data.name, includedPermissions: isOff ? [] : data.includedPermissions };
}
