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

const PREDICTION = ['aiplatform.endpoints.predict', 'aiplatform.reasoningEngines.query'];
const TRAINING = ['aiplatform.customJobs.create', 'aiplatform.pipelineJobs.create'];
const OBJECTS = [
  'storage.objects.create',
  'storage.objects.delete',
  'storage.objects.get',
  'storage.objects.update',
];

/** What Google's roles include, as far as it matters here, and of the editor a little beyond. */
const INCLUDED: Readonly<Record<string, readonly string[]>> = {
  'roles/aiplatform.admin': [...PREDICTION, ...TRAINING, 'aiplatform.endpoints.setIamPolicy'],
  'roles/aiplatform.user': [...PREDICTION, ...TRAINING],
  'roles/aiplatform.viewer': PREDICTION,
  'roles/artifactregistry.reader': ['artifactregistry.repositories.downloadArtifacts'],
  'roles/artifactregistry.writer': [
    'artifactregistry.repositories.downloadArtifacts',
    'artifactregistry.repositories.uploadArtifacts',
  ],
  'roles/editor': [
    ...TRAINING,
    'bigtable.tables.list',
    'compute.instances.list',
    'compute.instances.setMetadata',
    'iam.serviceAccounts.actAs',
  ],
  'roles/iam.serviceAccountTokenCreator': [
    'iam.serviceAccounts.getAccessToken',
    'iam.serviceAccounts.signBlob',
  ],
  'roles/iam.serviceAccountUser': ['iam.serviceAccounts.actAs'],
  'roles/iam.workloadIdentityUser': [
    'iam.serviceAccounts.getAccessToken',
    'iam.serviceAccounts.getOpenIdToken',
  ],
  'roles/owner': [
    ...PREDICTION,
    ...TRAINING,
    'iam.serviceAccounts.actAs',
    'resourcemanager.projects.setIamPolicy',
    'secretmanager.versions.access',
  ],
  'roles/storage.objectAdmin': OBJECTS,
  'roles/storage.objectUser': OBJECTS,
  'roles/storage.objectViewer': ['storage.objects.get'],
  'roles/viewer': [...PREDICTION, 'resourcemanager.projects.get'],
};

/** One of Google's roles as IAM defines it; of those that nobody described it is known that they are there. */
export const predefinedRole = (name: string): JsonObject => ({
  name,
  stage: 'GA',
  includedPermissions: [...(INCLUDED[name] ?? ['resourcemanager.projects.get'])],
});

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
