import { enabledServices } from '#shared/assets/gcp/service-usage.ts';
import { gcpConnector } from '../connector.ts';
import { resourceNameOf } from '../identity.ts';
import { enabledServicesId, listServices } from './api.ts';

interface Project {
  readonly projectId: string;
}

/** One asset a project. The scope says that it is there, so that nothing has to be listed first. */
export default gcpConnector<Project>(enabledServices, {
  operations: { list: [], read: [listServices] },
  isSetting: true,
  async *list(_services, { scope }) {
    yield { projectId: scope.account };
  },
  identify: ({ projectId }) => ({ id: enabledServicesId(projectId), name: projectId }),
  read: async ({ google }, { projectId }) => ({
    services: await Array.fromAsync(google.list(listServices, { project: projectId })),
  }),
  // Whatever is switched on or off, alone or with others, is of the project.
  auditedAs: (name, project) => (name === `projects/${project}` ? enabledServicesId(project) : undefined),
  find: async (_services, id) => ({ projectId: resourceNameOf(id).split('/')[1] ?? '' }),
});
