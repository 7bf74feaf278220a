import { type GoogleRole, type GoogleRoot, googleApis, googleRole } from '#connectors/permissions.ts';
import { googleReaders } from './readers.ts';
import type { TrustedRole } from './trusted-roles.ts';

/**
 * What lets the fleet read Google Cloud: a workload identity pool that knows roles of AWS, the reader role, and who
 * has it. That is a service account which these roles may impersonate and nobody else; or, `direct`, the roles
 * themselves. The service account is the default, for not every service takes a federated identity as it is, and
 * rules of VPC Service Controls let workloads through only as service accounts
 * (https://cloud.google.com/iam/docs/federated-identity-supported-services). Its price is
 * roles/iam.workloadIdentityUser, which holds getAccessToken: on this one service account, for these roles alone.
 */
export interface GcpSetup {
  readonly root: GoogleRoot;
  /** Where the custom role is defined: an organization, or else each project. */
  readonly organization: string | undefined;
  readonly role: GoogleRole;
  readonly roleId: string;
  /** Holds the pool and the service account, and counts the calls. */
  readonly hostProject: string;
  readonly pool: string;
  readonly provider: string;
  readonly serviceAccount: string;
  readonly direct: boolean;
  readonly awsAccount: string;
  readonly trusted: readonly TrustedRole[];
}

export const googleRoleFor = (root: GoogleRoot): GoogleRole => googleRole(googleReaders, root.kind);

/** What has to be on in the host project: what is called, and what lets it in. */
export const hostApis = ({ direct }: Pick<GcpSetup, 'direct'>): string[] =>
  [
    ...new Set([
      ...googleApis(googleReaders),
      'iam.googleapis.com',
      'sts.googleapis.com',
      ...(direct ? [] : ['iamcredentials.googleapis.com']),
    ]),
  ].sort();

/**
 * A subject must not be longer than 127 bytes, which the ARN of a session can be: it is the account and the role,
 * without the name of the session. Neither a role nor a session has a slash in its name.
 */
export const ATTRIBUTES = {
  'google.subject': 'assertion.account + ":" + assertion.arn.extract("assumed-role/{role}/")',
  'attribute.aws_role': 'assertion.arn.extract("assumed-role/{role}/")',
} as const;

export const LONGEST_CONDITION = 4096;

/** In CEL: sessions of these roles, and of no other role, user or account. */
export const attributeCondition = ({ trusted }: Pick<GcpSetup, 'trusted'>): string =>
  trusted
    .map(
      ({ partition, account, name }) =>
        `assertion.arn.startsWith("arn:${partition}:sts::${account}:assumed-role/${name}/")`,
    )
    .join(' || ');

/** The address of the service account. */
export const accountEmail = ({ serviceAccount, hostProject }: GcpSetup): string =>
  `${serviceAccount}@${hostProject}.iam.gserviceaccount.com`;

/** What stands before and after the number of the host project in the name of the pool. */
export const poolName = ({ pool }: GcpSetup): readonly [string, string] => [
  '//iam.googleapis.com/projects/',
  `/locations/global/workloadIdentityPools/${pool}`,
];

/** The custom role as policies name it, for a project or an organization that defines it. */
export const roleNameIn = (home: string, { roleId }: Pick<GcpSetup, 'roleId'>): string =>
  `${home}/roles/${roleId}`;

/** The lines of the config below `gcp:` that say what is scanned. */
export function googleRootLines(root: GoogleRoot): string[] {
  switch (root.kind) {
    case 'projects':
      return [`  projects: [${root.projects.join(', ')}]`];
    case 'folder':
      return [`  folder: "${root.folder}"`];
    case 'organization':
      return [`  organization: "${root.organization}"`];
  }
}

/** Where the role is given to the identity, as `gcloud` and policies name it. */
export function boundAt(root: GoogleRoot): { readonly resource: string; readonly id: string }[] {
  switch (root.kind) {
    case 'projects':
      return root.projects.map((id) => ({ resource: 'projects', id }));
    case 'folder':
      return [{ resource: 'folders', id: root.folder }];
    case 'organization':
      return [{ resource: 'organizations', id: root.organization }];
  }
}

/** Everything that is set up, as data. */
export function gcpSetupAsJson(setup: GcpSetup) {
  const { role, organization, root, hostProject, pool, provider, direct, awsAccount, trusted } = setup;
  const homes =
    organization === undefined
      ? boundAt(root).map(({ id }) => `projects/${id}`)
      : [`organizations/${organization}`];
  return {
    role,
    roleNames: homes.map((home) => roleNameIn(home, setup)),
    boundAt: boundAt(root).map(({ resource, id }) => `${resource}/${id}`),
    apis: { project: hostProject, enabled: hostApis(setup) },
    federation: {
      pool: `projects/${hostProject}/locations/global/workloadIdentityPools/${pool}`,
      provider,
      awsAccount,
      roles: trusted.map(({ arn }) => arn),
      attributeMapping: ATTRIBUTES,
      attributeCondition: attributeCondition(setup),
    },
    serviceAccount: direct ? null : accountEmail(setup),
  };
}
