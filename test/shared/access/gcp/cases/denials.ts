import { bucket, type Case, type Denied, endpoint, FOLDER, ORGANIZATION, project } from '../estate.ts';

const DENY = 'https://cloud.google.com/iam/docs/deny-overview';
const RULE =
  'https://cloud.google.com/policy-intelligence/docs/reference/policytroubleshooter/rest/Shared.Types/DenyRule';
const IDENTIFIERS = 'https://cloud.google.com/iam/docs/principal-identifiers';

const ana = 'user:ana@example.com';
const ben = 'user:ben@example.com';
const account = 'serviceAccount:trainer@acme-ml.iam.gserviceaccount.com';
const EVERYBODY = 'principalSet://goog/public:all';
const PREDICT = 'aiplatform.googleapis.com/endpoints.predict';

const denied = (
  says: string,
  page: string,
  rule: Partial<Denied>,
  answers: Case['answers'],
  context?: Case['asks']['context'],
): Case => ({
  says,
  page,
  estate: {
    bound: [{ role: 'roles/aiplatform.user', to: [ana, ben, account] }],
    denied: [{ to: [EVERYBODY], permissions: [PREDICT], ...rule }],
  },
  asks: {
    permission: 'aiplatform.endpoints.predict',
    resource: endpoint,
    ...(context ? { context } : {}),
  },
  answers,
});

const nobody = { [ana]: 'no', [ben]: 'no', [account]: 'no' } as const;
const all = { [ana]: 'yes', [ben]: 'yes', [account]: 'yes' } as const;
const only = (who: string, access: 'no' | 'conditional' = 'no'): Case['answers'] => ({
  ...all,
  [who]: access,
});

export default [
  denied('a permission that is denied cannot be used, whatever roles are granted', DENY, {}, nobody),
  denied(
    'a deny policy of the organisation holds for everything under it',
    DENY,
    { at: ORGANIZATION },
    nobody,
  ),
  denied(
    'a deny policy of a folder holds for the projects in it; which these are was not read',
    DENY,
    { at: FOLDER },
    { [ana]: 'conditional' },
  ),
  denied(
    'another permission is not denied',
    DENY,
    { permissions: ['aiplatform.googleapis.com/endpoints.delete'] },
    all,
  ),
  denied(
    'a permission of another service is not denied',
    DENY,
    { permissions: ['ml.googleapis.com/endpoints.predict'] },
    all,
  ),
  denied(
    'a group of permissions has all of a resource',
    DENY,
    { permissions: ['aiplatform.googleapis.com/endpoints.*'] },
    nobody,
  ),
  denied(
    'a group of permissions has all of a service',
    DENY,
    { permissions: ['aiplatform.googleapis.com/*.*'] },
    nobody,
  ),
  denied(
    'a group of permissions has one verb of all resources',
    DENY,
    { permissions: ['aiplatform.googleapis.com/*.predict'] },
    nobody,
  ),
  denied(
    'an exception to the permissions is not denied',
    RULE,
    { permissions: ['aiplatform.googleapis.com/*.*'], exceptPermissions: [PREDICT] },
    all,
  ),
  denied(
    'another exception changes nothing',
    RULE,
    {
      permissions: ['aiplatform.googleapis.com/*.*'],
      exceptPermissions: ['aiplatform.googleapis.com/endpoints.get'],
    },
    nobody,
  ),
  denied('a single Google account', RULE, { to: ['principal://goog/subject/ana@example.com'] }, only(ana)),
  denied(
    'a single service account',
    RULE,
    {
      to: [
        'principal://iam.googleapis.com/projects/-/serviceAccounts/trainer@acme-ml.iam.gserviceaccount.com',
      ],
    },
    only(account),
  ),
  denied(
    'an exception to the principals is not denied',
    RULE,
    { except: ['principal://goog/subject/ana@example.com'] },
    { ...nobody, [ana]: 'yes' },
  ),
  denied(
    'who is in a group was not read, nor whether it is denied',
    RULE,
    { to: ['principalSet://goog/group/contractors@example.com'] },
    { [ana]: 'conditional', [ben]: 'conditional' },
  ),
  denied(
    'who is in a group that is excepted was not read',
    RULE,
    { except: ['principalSet://goog/group/admins@example.com'] },
    { [ana]: 'conditional' },
  ),
  denied(
    'who is of a customer of Google Workspace was not read',
    RULE,
    { to: ['principalSet://goog/cloudIdentityCustomerId/C01Abc35'] },
    { [ana]: 'conditional' },
  ),
  denied(
    'a deleted principal is nobody',
    IDENTIFIERS,
    { to: ['deleted:principal://goog/subject/ana@example.com?uid=1'] },
    all,
  ),
  denied(
    'a condition that is met denies',
    DENY,
    { when: "!resource.matchTag('12345678/env', 'test')" },
    nobody,
    { 'resource.tags': ['12345678/env=prod'] },
  ),
  denied(
    'a condition that is not met does not deny',
    DENY,
    { when: "!resource.matchTag('12345678/env', 'test')" },
    all,
    { 'resource.tags': ['12345678/env=test'] },
  ),
  denied(
    'where the tags were not read, it is open',
    DENY,
    { when: "!resource.matchTag('12345678/env', 'test')" },
    { [ana]: 'conditional' },
  ),
  {
    says: 'the permissions of Resource Manager have another name in the form of IAM v2',
    page: 'https://cloud.google.com/iam/docs/deny-permissions-support',
    estate: {
      bound: [{ role: 'roles/owner', to: [ana, ben] }],
      denied: [
        {
          to: [EVERYBODY],
          except: ['principal://goog/subject/ben@example.com'],
          permissions: ['cloudresourcemanager.googleapis.com/projects.setIamPolicy'],
        },
      ],
    },
    asks: { permission: 'resourcemanager.projects.setIamPolicy', resource: project },
    answers: { [ana]: 'no', [ben]: 'yes' },
  },
  {
    says: 'a deny policy of the project holds for its buckets, whose names do not tell the project',
    page: 'https://cloud.google.com/storage/docs/access-control/iam',
    estate: {
      bound: [{ role: 'roles/storage.objectViewer', to: ana, at: bucket }],
      denied: [{ to: [EVERYBODY], permissions: ['storage.googleapis.com/objects.get'] }],
    },
    asks: { permission: 'storage.objects.get', resource: bucket },
    answers: { [ana]: 'no' },
  },
] satisfies readonly Case[];
