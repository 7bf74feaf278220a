import { organizationPolicy } from '#shared/assets/gcp/resource-manager.ts';
import { gcpConnector } from '../connector.ts';
import { grantedRoles } from '../granted-roles.ts';
import { resourceNameOf } from '../identity.ts';
import { googlePost } from '../operation.ts';
import { containersIn, listFolders } from './containers.ts';

const HOST = 'cloudresourcemanager.googleapis.com';
const VERSION_3 = { options: { requestedPolicyVersion: 3 } };

const getOrganizationPolicy = googlePost(
  'resourcemanager.organizations.getIamPolicy',
  `https://${HOST}/v3/{+name}:getIamPolicy`,
  VERSION_3,
);
const getFolderPolicy = googlePost(
  'resourcemanager.folders.getIamPolicy',
  `https://${HOST}/v3/{+name}:getIamPolicy`,
  VERSION_3,
);
interface Container {
  /** `organizations/1` or `folders/2`. */
  readonly name: string;
}

/** The organisation or folder that is scanned, and every folder below it: what they grant, all projects inherit. */
export default gcpConnector<Container>(organizationPolicy, {
  level: 'organization',
  operations: { list: [listFolders], read: [getOrganizationPolicy, getFolderPolicy] },
  async *list({ google }, { scope }) {
    for await (const name of containersIn(google, scope)) yield { name };
  },
  identify: ({ name }) => ({ id: `//${HOST}/${name}`, name }),
  read: ({ google }, { name }) =>
    google.get(name.startsWith('organizations/') ? getOrganizationPolicy : getFolderPolicy, { name }),
  find: async (_services, id) => ({ name: resourceNameOf(id) }),
  relations: grantedRoles,
});
