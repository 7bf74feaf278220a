import type { AccessIndex, Question } from '#shared/access/access-index.ts';
import type { Access } from '#shared/access/decision.ts';
import { gcpAccess } from '#shared/access/gcp/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { Json, JsonObject } from '#shared/model/json.ts';

export const PROJECT = 'acme-ml';
export const NUMBER = '123456789012';
export const ORGANIZATION = 'organizations/1234567890';
export const FOLDER = 'folders/2468';

const MANAGER = '//cloudresourcemanager.googleapis.com';
export const project = `${MANAGER}/projects/${PROJECT}`;
export const organization = `${MANAGER}/${ORGANIZATION}`;
export const folder = `${MANAGER}/${FOLDER}`;
export const bucket = '//storage.googleapis.com/acme-orders-aaa';
export const endpoint = `//aiplatform.googleapis.com/projects/${PROJECT}/locations/europe-west4/endpoints/42`;
export const trainer = `//iam.googleapis.com/projects/${PROJECT}/serviceAccounts/trainer@acme-ml.iam.gserviceaccount.com`;
export const pool = `iam.googleapis.com/projects/${NUMBER}/locations/global/workloadIdentityPools/ci`;

export interface Bound {
  readonly role: string;
  readonly to: string | readonly string[];
  /** In CEL. */
  readonly when?: string;
  /** The project where it is left out. */
  readonly at?: string;
}

export interface Denied {
  readonly to: readonly string[];
  readonly except?: readonly string[];
  readonly permissions: readonly string[];
  readonly exceptPermissions?: readonly string[];
  readonly when?: string;
  /** `projects/acme-ml` where it is left out. */
  readonly at?: string;
}

export interface Estate {
  readonly bound: readonly Bound[];
  readonly denied?: readonly Denied[];
  /** Definitions that were read. */
  readonly roles?: Readonly<Record<string, readonly string[]>>;
}

/** What a page says, and what accordingly is the answer for each principal. */
export interface Case {
  readonly says: string;
  readonly page: string;
  readonly estate: Estate;
  readonly asks: Question;
  readonly answers: Readonly<Record<string, Access>>;
}

const asset = (type: string, id: string, config: JsonObject, account = PROJECT): Asset => ({
  type,
  id,
  config,
  name: id,
  scope: { provider: 'gcp', account, region: 'global' },
  relations: [],
});

const ROOT = ORGANIZATION.replace('/', ':');

function policyAsset(at: string, bindings: Json): Asset {
  if (at === project) return asset('gcp.resource-manager.project-policy', at, { bindings });
  if (at.startsWith(`${MANAGER}/`))
    return asset('gcp.resource-manager.organization-policy', at, { bindings }, ROOT);
  const iamPolicy = { bindings };
  if (at === bucket) return asset('gcp.storage.bucket', at, { name: 'acme-orders-aaa', iamPolicy });
  if (at === trainer)
    return asset('gcp.iam.service-account', at, { email: at.slice(at.lastIndexOf('/') + 1), iamPolicy });
  return asset('gcp.vertex.endpoint', at, {
    name: at.replace('//aiplatform.googleapis.com/', '').replace(PROJECT, NUMBER),
    iamPolicy,
  });
}

export function assetsOf({ bound, denied = [], roles = {} }: Estate): Asset[] {
  const bindings = Map.groupBy(bound, ({ at }) => at ?? project);
  for (const at of [project, bucket, endpoint]) if (!bindings.has(at)) bindings.set(at, []);
  return [
    ...[...bindings].map(([at, own]) =>
      policyAsset(
        at,
        own.map(({ role, to, when }) => ({
          role,
          members: [to].flat(),
          ...(when ? { condition: { title: 'when', expression: when } } : {}),
        })),
      ),
    ),
    ...denied.map(
      ({ to, except = [], permissions, exceptPermissions = [], when, at = `projects/${NUMBER}` }, index) => {
        const name = `policies/cloudresourcemanager.googleapis.com%2F${at.replace('/', '%2F')}/denypolicies/deny-${index}`;
        const isOfProject = at.startsWith('projects/');
        return asset(
          isOfProject ? 'gcp.iam.deny-policy' : 'gcp.iam.organization-deny-policy',
          `//iam.googleapis.com/${name}`,
          {
            name,
            rules: [
              {
                denyRule: {
                  deniedPrincipals: [...to],
                  exceptionPrincipals: [...except],
                  deniedPermissions: [...permissions],
                  exceptionPermissions: [...exceptPermissions],
                  ...(when ? { denialCondition: { expression: when } } : {}),
                },
              },
            ],
          },
          isOfProject ? PROJECT : ROOT,
        );
      },
    ),
    ...Object.entries(roles).map(([name, includedPermissions]) =>
      asset('gcp.iam.role', `//iam.googleapis.com/${name}`, {
        name,
        includedPermissions: [...includedPermissions],
      }),
    ),
  ];
}

export const indexOf = (estate: Estate): AccessIndex => gcpAccess(assetsOf(estate));
