import { bucket, type Case, endpoint, NUMBER, pool, project, trainer } from '../estate.ts';

const IDENTIFIERS = 'https://cloud.google.com/iam/docs/principal-identifiers';
const BINDING = 'https://cloud.google.com/iam/docs/reference/sts/rest/v1/Binding';
const FEDERATION = 'https://cloud.google.com/iam/docs/workload-identity-federation';
const CONVENIENCE = 'https://cloud.google.com/storage/docs/access-control/iam';

const ana = 'user:ana@example.com';
const guest = 'user:guest@partner.test';
const account = 'serviceAccount:trainer@acme-ml.iam.gserviceaccount.com';
const job = `principal://${pool}/subject/repo:acme/train`;
const devs = 'group:devs@example.com';
const READ = { permission: 'storage.objects.get', resource: bucket };
const VIEWER = 'roles/storage.objectViewer';
/** Gives the others something that is not asked for, so that they are there to be asked about. */
const known = (...to: string[]) => ({ role: 'roles/storage.objectCreator', to });

const ofMember = (says: string, page: string, to: string, answers: Case['answers'], when?: string): Case => ({
  says,
  page,
  estate: { bound: [{ role: VIEWER, to, ...(when ? { when } : {}) }, known(...Object.keys(answers))] },
  asks: READ,
  answers,
});

export default [
  ofMember('allUsers is anybody on the internet', BINDING, 'allUsers', {
    [ana]: 'yes',
    [account]: 'yes',
    [job]: 'yes',
    allUsers: 'yes',
  }),
  ofMember(
    'allAuthenticatedUsers has Google accounts and service accounts',
    BINDING,
    'allAuthenticatedUsers',
    { [ana]: 'yes', [account]: 'yes' },
  ),
  ofMember('allAuthenticatedUsers has no identities of other providers', BINDING, 'allAuthenticatedUsers', {
    [job]: 'no',
    allUsers: 'no',
  }),
  ofMember('a domain has all its users, and no others', BINDING, 'domain:example.com', {
    [ana]: 'yes',
    [guest]: 'no',
    [account]: 'no',
  }),
  ofMember('an address is compared in small letters', BINDING, 'user:Ana@Example.com', {
    [ana]: 'yes',
    [guest]: 'no',
  }),
  ofMember('a deleted user has nothing', BINDING, 'deleted:user:ana@example.com?uid=123456789012345678901', {
    [ana]: 'no',
  }),
  ofMember(
    'a deleted service account has nothing',
    BINDING,
    'deleted:serviceAccount:trainer@acme-ml.iam.gserviceaccount.com?uid=1',
    { [account]: 'no' },
  ),
  ofMember('a group has what it is given, and its members are not known', IDENTIFIERS, devs, {
    [devs]: 'yes',
    [ana]: 'no',
  }),
  ofMember('a single identity of a workload identity pool', IDENTIFIERS, job, {
    [job]: 'yes',
    [`principal://${pool}/subject/repo:acme/serve`]: 'no',
  }),
  ofMember('all identities of a workload identity pool', IDENTIFIERS, `principalSet://${pool}/*`, {
    [job]: 'yes',
    [`principalSet://${pool}/*`]: 'yes',
    [ana]: 'no',
  }),
  ofMember('a pool has no identities of another pool', IDENTIFIERS, `principalSet://${pool}/*`, {
    [job.replace('/ci/', '/other/')]: 'no',
  }),
  ofMember(
    'which attribute an identity has is not known',
    IDENTIFIERS,
    `principalSet://${pool}/attribute.repository/acme`,
    { [job]: 'conditional', [`principalSet://${pool}/attribute.repository/acme`]: 'yes' },
  ),
  ofMember(
    'which group of the pool an identity is in is not known',
    IDENTIFIERS,
    `principalSet://${pool}/group/trainers`,
    { [job]: 'conditional', [ana]: 'no' },
  ),
  ofMember(
    'an attribute of a pool is not the whole pool',
    IDENTIFIERS,
    `principalSet://${pool}/attribute.repository/acme`,
    { [`principalSet://${pool}/*`]: 'no' },
  ),
  ofMember(
    'all service accounts of a project, as far as their address tells it',
    IDENTIFIERS,
    'principalSet://cloudresourcemanager.googleapis.com/projects/acme-ml/type/ServiceAccount',
    { [account]: 'yes', [ana]: 'no' },
  ),
  ofMember(
    'all service accounts of an organisation, as far as is known',
    IDENTIFIERS,
    'principalSet://cloudresourcemanager.googleapis.com/organizations/1/type/ServiceAccount',
    { [account]: 'conditional', [ana]: 'no' },
  ),
  ofMember(
    'service agents are no service accounts of the project',
    IDENTIFIERS,
    `principalSet://cloudresourcemanager.googleapis.com/projects/${NUMBER}/type/ServiceAccount`,
    { [`serviceAccount:service-${NUMBER}@gcp-sa-aiplatform.iam.gserviceaccount.com`]: 'no' },
  ),
  {
    says: 'a workload that impersonates a service account needs the role on the account',
    page: FEDERATION,
    estate: {
      bound: [
        { role: 'roles/iam.workloadIdentityUser', to: `principalSet://${pool}/*`, at: trainer },
        known(job, ana),
      ],
    },
    asks: { permission: 'iam.serviceAccounts.getAccessToken', resource: trainer },
    answers: { [job]: 'yes', [ana]: 'no' },
  },
  {
    says: 'who has the basic role in the project is projectViewer in its buckets',
    page: CONVENIENCE,
    estate: {
      bound: [
        { role: 'roles/viewer', to: ana, at: project },
        { role: 'roles/editor', to: guest, at: project },
        { role: VIEWER, to: 'projectViewer:acme-ml', at: bucket },
      ],
    },
    asks: READ,
    answers: { [ana]: 'yes', [guest]: 'no' },
  },
  {
    says: 'projectOwner of another project is nobody of this one',
    page: CONVENIENCE,
    estate: {
      bound: [
        { role: 'roles/owner', to: ana, at: project },
        { role: VIEWER, to: 'projectOwner:other-project', at: bucket },
      ],
    },
    asks: READ,
    answers: { [ana]: 'no' },
  },
  {
    says: 'an endpoint that everybody is given is open to everybody',
    page: IDENTIFIERS,
    estate: { bound: [{ role: 'roles/aiplatform.user', to: 'allUsers', at: endpoint }, known(ana)] },
    asks: { permission: 'aiplatform.endpoints.predict', resource: endpoint },
    answers: { [ana]: 'yes', allUsers: 'yes' },
  },
] satisfies readonly Case[];
