import type { AssetRow } from '../estate.ts';

export const PROJECT = 'nordlicht-ml';
export const INTERN = 'user:intern@nordlicht.example';

export const PROJECT_ID = `//cloudresourcemanager.googleapis.com/projects/${PROJECT}`;
export const EMAIL = `trainer@${PROJECT}.iam.gserviceaccount.com`;
export const ACCOUNT = `//iam.googleapis.com/projects/${PROJECT}/serviceAccounts/${EMAIL}`;
export const BUCKET = '//storage.googleapis.com/nordlicht-models';

export const vertex = (collection: string, id = '42'): string =>
  `//aiplatform.googleapis.com/projects/${PROJECT}/locations/europe-west4/${collection}/${id}`;

const ROLE = `projects/${PROJECT}/roles/own`;

/** The policy of the project, in which the intern has a role with these permissions. */
export const may = (...includedPermissions: string[]): AssetRow[] => [
  {
    type: 'gcp.resource-manager.project-policy',
    id: PROJECT_ID,
    config: { bindings: [{ role: ROLE, members: [INTERN] }] },
  },
  {
    type: 'gcp.iam.role',
    id: `//iam.googleapis.com/${ROLE}`,
    config: { name: ROLE, includedPermissions },
  },
];

export const account: AssetRow = {
  type: 'gcp.iam.service-account',
  id: ACCOUNT,
  config: {
    name: ACCOUNT.replace('//iam.googleapis.com/', ''),
    email: EMAIL,
    iamPolicy: {},
  },
};

export const bucket: AssetRow = {
  type: 'gcp.storage.bucket',
  id: BUCKET,
  config: { name: 'nordlicht-models', iamPolicy: {} },
};
