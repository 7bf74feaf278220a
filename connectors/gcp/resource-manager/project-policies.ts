import { projectPolicy } from '#shared/assets/gcp/resource-manager.ts';
import { gcpConnector } from '../connector.ts';
import { grantedRoles } from '../granted-roles.ts';
import { resourceNameOf } from '../identity.ts';
import { googlePost } from '../operation.ts';

const HOST = 'cloudresourcemanager.googleapis.com';

/** Version 3, the only one that tells conditions. */
const getIamPolicy = googlePost(
  'resourcemanager.projects.getIamPolicy',
  `https://${HOST}/v3/projects/{project}:getIamPolicy`,
  { options: { requestedPolicyVersion: 3 } },
);

interface Project {
  readonly projectId: string;
}

/** One asset a project. The scope says that it is there, so that nothing has to be listed. */
export default gcpConnector<Project>(projectPolicy, {
  operations: { list: [], read: [getIamPolicy] },
  isSetting: true,
  async *list(_services, { scope }) {
    yield { projectId: scope.account };
  },
  identify: ({ projectId }) => ({ id: `//${HOST}/projects/${projectId}`, name: projectId }),
  read: async ({ google }, { projectId }) => google.get(getIamPolicy, { project: projectId }),
  auditedAs: (name, project) =>
    name === `projects/${project}` ? `//${HOST}/projects/${project}` : undefined,
  find: async (_services, id) => ({ projectId: resourceNameOf(id).replace(/^projects\//, '') }),
  relations: grantedRoles,
});
