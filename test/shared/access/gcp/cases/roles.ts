import { bucket, type Case, endpoint, project, trainer } from '../estate.ts';

const ACCOUNTS = 'https://cloud.google.com/iam/docs/service-account-permissions';
const STORAGE = 'https://cloud.google.com/storage/docs/access-control/iam-roles';
const BASIC = 'https://cloud.google.com/iam/docs/roles-overview';
const CUSTOM = 'https://cloud.google.com/iam/docs/creating-custom-roles';
const VERTEX = 'https://cloud.google.com/vertex-ai/docs/general/access-control';

const ana = 'user:ana@example.com';

const ofRole = (
  says: string,
  page: string,
  role: string,
  permission: string,
  resource: string,
  access: 'yes' | 'no' | 'conditional',
  roles?: Case['estate']['roles'],
): Case => ({
  says,
  page,
  estate: { bound: [{ role, to: ana }], ...(roles ? { roles } : {}) },
  asks: { permission, resource },
  answers: { [ana]: access },
});

const USER = 'roles/iam.serviceAccountUser';
const CREATOR = 'roles/iam.serviceAccountTokenCreator';
const custom = 'projects/acme-ml/roles/modelExporter';

export default [
  ofRole(
    'a Service Account User attaches it to a resource',
    ACCOUNTS,
    USER,
    'iam.serviceAccounts.actAs',
    trainer,
    'yes',
  ),
  ofRole(
    'a Service Account User creates no short-lived credentials',
    ACCOUNTS,
    USER,
    'iam.serviceAccounts.getAccessToken',
    trainer,
    'no',
  ),
  ofRole(
    'a Service Account Token Creator creates access tokens',
    ACCOUNTS,
    CREATOR,
    'iam.serviceAccounts.getAccessToken',
    trainer,
    'yes',
  ),
  ofRole(
    'a Service Account Token Creator signs',
    ACCOUNTS,
    CREATOR,
    'iam.serviceAccounts.signJwt',
    trainer,
    'yes',
  ),
  ofRole(
    'a Service Account Token Creator attaches it to nothing',
    ACCOUNTS,
    CREATOR,
    'iam.serviceAccounts.actAs',
    trainer,
    'no',
  ),
  ofRole(
    'a Workload Identity User impersonates it',
    ACCOUNTS,
    'roles/iam.workloadIdentityUser',
    'iam.serviceAccounts.getAccessToken',
    trainer,
    'yes',
  ),
  ofRole(
    'a Workload Identity User does not sign as it',
    ACCOUNTS,
    'roles/iam.workloadIdentityUser',
    'iam.serviceAccounts.signBlob',
    trainer,
    'no',
  ),
  ofRole(
    'a Storage Object Creator creates objects',
    STORAGE,
    'roles/storage.objectCreator',
    'storage.objects.create',
    bucket,
    'yes',
  ),
  ofRole(
    'a Storage Object Creator does not view objects',
    STORAGE,
    'roles/storage.objectCreator',
    'storage.objects.get',
    bucket,
    'no',
  ),
  ofRole(
    'a Storage Object Creator does not replace objects',
    STORAGE,
    'roles/storage.objectCreator',
    'storage.objects.delete',
    bucket,
    'no',
  ),
  ofRole(
    'a Storage Object Viewer lists objects',
    STORAGE,
    'roles/storage.objectViewer',
    'storage.objects.list',
    bucket,
    'yes',
  ),
  ofRole(
    'a Storage Object Viewer does not set the policy of objects',
    STORAGE,
    'roles/storage.objectViewer',
    'storage.objects.setIamPolicy',
    bucket,
    'no',
  ),
  ofRole(
    'a Storage Object Admin has full control of objects',
    STORAGE,
    'roles/storage.objectAdmin',
    'storage.objects.update',
    bucket,
    'yes',
  ),
  ofRole(
    'an Owner manages who may do what in the project',
    BASIC,
    'roles/owner',
    'resourcemanager.projects.setIamPolicy',
    project,
    'yes',
  ),
  ofRole(
    'an Editor does not manage who may do what in the project',
    BASIC,
    'roles/editor',
    'resourcemanager.projects.setIamPolicy',
    project,
    'no',
  ),
  ofRole('an Editor changes resources', BASIC, 'roles/editor', 'aiplatform.models.upload', project, 'yes'),
  ofRole('a Viewer changes nothing', BASIC, 'roles/viewer', 'aiplatform.models.upload', project, 'no'),
  ofRole(
    'a Viewer of the project invokes the models that it serves',
    BASIC,
    'roles/viewer',
    'aiplatform.endpoints.predict',
    endpoint,
    'yes',
  ),
  ofRole(
    'a Vertex AI User uses every resource of Vertex AI',
    VERTEX,
    'roles/aiplatform.user',
    'aiplatform.customJobs.create',
    project,
    'yes',
  ),
  ofRole(
    'a Vertex AI Viewer creates no jobs',
    VERTEX,
    'roles/aiplatform.viewer',
    'aiplatform.customJobs.create',
    project,
    'no',
  ),
  ofRole(
    'a Vertex AI User has no rights to service accounts',
    VERTEX,
    'roles/aiplatform.user',
    'iam.serviceAccounts.actAs',
    trainer,
    'no',
  ),
  ofRole(
    'a custom role has the permissions that it lists',
    CUSTOM,
    custom,
    'aiplatform.models.export',
    project,
    'yes',
    { [custom]: ['aiplatform.models.export'] },
  ),
  ofRole('a custom role has no others', CUSTOM, custom, 'aiplatform.models.upload', project, 'no', {
    [custom]: ['aiplatform.models.export'],
  }),
  ofRole(
    'of a role that was not read nothing is known',
    CUSTOM,
    custom,
    'aiplatform.models.export',
    project,
    'conditional',
  ),
  ofRole(
    'a definition that was read goes before what is known of the role',
    CUSTOM,
    'roles/viewer',
    'aiplatform.endpoints.predict',
    endpoint,
    'no',
    { 'roles/viewer': ['aiplatform.endpoints.get'] },
  ),
] satisfies readonly Case[];
