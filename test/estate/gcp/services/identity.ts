import type { JsonObject } from '#shared/model/json.ts';

const NUMBER = '123456789012';
const POOLS = `projects/${NUMBER}/locations/global/workloadIdentityPools`;

/** As a deny policy is named: by what it is attached to, with slashes written %2F. */
export const denyPolicyName = (container: string, policy: string): string =>
  `policies/cloudresourcemanager.googleapis.com%2F${container.replace('/', '%2F')}/denypolicies/${policy}`;

/** Nobody deletes endpoints but who is excepted. */
export const denyDeletion = (container: string): JsonObject => ({
  name: denyPolicyName(container, 'keep-endpoints'),
  uid: '11111111-2222-3333-4444-555555555555',
  kind: 'DenyPolicy',
  displayName: 'Keep endpoints',
  rules: [
    {
      description: 'but for releases',
      denyRule: {
        deniedPrincipals: ['principalSet://goog/public:all'],
        exceptionPrincipals: ['principalSet://goog/group/release@example.com'],
        deniedPermissions: ['aiplatform.googleapis.com/endpoints.delete'],
        denialCondition: { expression: "resource.matchTag('111111/env', 'prod')", title: 'of production' },
      },
    },
  ],
});

/** Definitions of some of Google's roles, as far as they matter here and a little beyond. */
export const predefinedRoles: readonly JsonObject[] = [
  {
    name: 'roles/storage.objectViewer',
    title: 'Storage Object Viewer',
    stage: 'GA',
    includedPermissions: ['resourcemanager.projects.get', 'storage.objects.get', 'storage.objects.list'],
  },
  {
    name: 'roles/storage.objectUser',
    title: 'Storage Object User',
    stage: 'GA',
    includedPermissions: [
      'storage.objects.create',
      'storage.objects.delete',
      'storage.objects.get',
      'storage.objects.list',
      'storage.objects.update',
    ],
  },
  {
    name: 'roles/aiplatform.admin',
    title: 'Vertex AI Administrator',
    stage: 'GA',
    includedPermissions: [
      'aiplatform.customJobs.create',
      'aiplatform.endpoints.predict',
      'aiplatform.endpoints.setIamPolicy',
      'aiplatform.models.export',
      'aiplatform.models.get',
      'aiplatform.models.upload',
    ],
  },
  {
    name: 'roles/aiplatform.user',
    title: 'Vertex AI User',
    stage: 'GA',
    includedPermissions: ['aiplatform.customJobs.create', 'aiplatform.endpoints.predict'],
  },
  {
    name: 'roles/editor',
    title: 'Editor',
    stage: 'GA',
    includedPermissions: [
      'aiplatform.customJobs.create',
      'bigtable.tables.list',
      'compute.instances.list',
      'compute.instances.setMetadata',
      'iam.serviceAccounts.actAs',
    ],
  },
];

/**
 * Who is let into a project and how: a role of its own and one that was switched off, a pool that believes anybody of
 * an AWS account and one that believes a repository, and a deny policy.
 */
export function identityOf(project: string): Record<string, JsonObject[]> {
  return {
    roles: [
      {
        name: `projects/${project}/roles/modelReader`,
        title: 'Model reader',
        stage: 'GA',
        includedPermissions: ['aiplatform.models.get', 'compute.disks.list', 'storage.objects.get'],
        etag: 'BwYQ',
      },
      { name: `projects/${project}/roles/retired`, title: 'Retired', stage: 'DISABLED', etag: 'BwYR' },
    ],
    'locations/global/workloadIdentityPools': [
      { name: `${POOLS}/aws`, displayName: 'AWS', state: 'ACTIVE' },
      { name: `${POOLS}/github`, displayName: 'GitHub', state: 'ACTIVE', disabled: true },
    ],
    'locations/global/workloadIdentityPools/aws/providers': [
      {
        name: `${POOLS}/aws/providers/research`,
        state: 'ACTIVE',
        attributeMapping: { 'google.subject': 'assertion.arn' },
        aws: { accountId: '111122223333' },
      },
    ],
    'locations/global/workloadIdentityPools/github/providers': [
      {
        name: `${POOLS}/github/providers/releases`,
        state: 'ACTIVE',
        attributeMapping: { 'google.subject': 'assertion.sub' },
        attributeCondition: "assertion.repository == 'acme/models'",
        oidc: { issuerUri: 'https://token.actions.githubusercontent.com', allowedAudiences: ['acme'] },
      },
    ],
    denypolicies: [denyDeletion(`projects/${NUMBER}`)],
  };
}
