import { bucket, type Case, endpoint, folder, organization, project, trainer } from '../estate.ts';

const HIERARCHY = 'https://cloud.google.com/iam/docs/resource-hierarchy-access-control';
const EVALUATION = 'https://cloud.google.com/iam/docs/policy-types';
const STORAGE = 'https://cloud.google.com/storage/docs/access-control/iam';

const ana = 'user:ana@example.com';
const VIEWER = 'roles/storage.objectViewer';
const READ = { permission: 'storage.objects.get', resource: bucket };

const granted = (says: string, at: string, access: 'yes' | 'no' | 'conditional'): Case => ({
  says,
  page: HIERARCHY,
  estate: { bound: [{ role: VIEWER, to: ana, at }] },
  asks: READ,
  answers: { [ana]: access },
});

export default [
  granted('a role granted on the organisation is inherited by everything under it', organization, 'yes'),
  granted('a role granted on a project is inherited by the resources in it', project, 'yes'),
  granted('a role granted on a resource is granted on it', bucket, 'yes'),
  granted('a role granted on one resource is not granted on another in the project', endpoint, 'no'),
  granted(
    'a role granted on a folder is inherited by the projects in it, and nothing read tells which these are',
    folder,
    'conditional',
  ),
  {
    says: 'a role granted on a resource is not granted on the project',
    page: HIERARCHY,
    estate: { bound: [{ role: VIEWER, to: ana, at: bucket }] },
    asks: { permission: 'storage.objects.get', resource: project },
    answers: { [ana]: 'no' },
  },
  {
    says: 'a role granted on the project is not granted on the organisation',
    page: HIERARCHY,
    estate: { bound: [{ role: 'roles/iam.serviceAccountUser', to: ana }] },
    asks: { permission: 'iam.serviceAccounts.actAs', resource: organization },
    answers: { [ana]: 'no' },
  },
  {
    says: 'the effective policy is the union of that of the resource and those it inherits',
    page: HIERARCHY,
    estate: {
      bound: [
        { role: VIEWER, to: ana, at: bucket },
        { role: 'roles/storage.objectCreator', to: 'user:ben@example.com' },
      ],
    },
    asks: READ,
    answers: { [ana]: 'yes', 'user:ben@example.com': 'no' },
  },
  {
    says: 'a role on a service account itself is over that account alone',
    page: 'https://cloud.google.com/iam/docs/service-account-permissions',
    estate: { bound: [{ role: 'roles/iam.serviceAccountUser', to: ana, at: trainer }] },
    asks: { permission: 'iam.serviceAccounts.actAs', resource: trainer },
    answers: { [ana]: 'yes' },
  },
  {
    says: 'a role on a service account is not over the others of the project',
    page: 'https://cloud.google.com/iam/docs/service-account-permissions',
    estate: { bound: [{ role: 'roles/iam.serviceAccountUser', to: ana, at: trainer }] },
    asks: {
      permission: 'iam.serviceAccounts.actAs',
      resource: trainer.replace('/trainer@', '/server@'),
    },
    answers: { [ana]: 'no' },
  },
  {
    says: 'granted on the project, the role is over every service account in it',
    page: 'https://cloud.google.com/iam/docs/service-account-permissions',
    estate: { bound: [{ role: 'roles/iam.serviceAccountUser', to: ana }] },
    asks: { permission: 'iam.serviceAccounts.actAs', resource: trainer },
    answers: { [ana]: 'yes' },
  },
  {
    says: 'objects have the policy of their bucket',
    page: STORAGE,
    estate: { bound: [{ role: VIEWER, to: ana, at: bucket }] },
    asks: { permission: 'storage.objects.get', resource: `${bucket}/objects/weights/model.bin` },
    answers: { [ana]: 'yes' },
  },
  {
    says: 'what nobody grants is denied',
    page: EVALUATION,
    estate: { bound: [{ role: VIEWER, to: ana }] },
    asks: { permission: 'storage.objects.delete', resource: bucket },
    answers: { [ana]: 'no' },
  },
] satisfies readonly Case[];
