import { logSinks } from '#shared/assets/gcp/logging.ts';
import { gcpConnector } from '../connector.ts';
import { resourceNameOf } from '../identity.ts';
import { googleList } from '../operation.ts';

const HOST = 'logging.googleapis.com';

const listSinks = googleList(
  'logging.sinks.list',
  `https://${HOST}/v2/projects/{project}/sinks?pageSize=1000`,
  'sinks',
);

interface Project {
  readonly projectId: string;
}

export default gcpConnector<Project>(logSinks, {
  operations: { list: [], read: [listSinks] },
  isSetting: true,
  async *list(_services, { scope }) {
    yield { projectId: scope.account };
  },
  identify: ({ projectId }) => ({ id: `//${HOST}/projects/${projectId}/sinks`, name: projectId }),
  read: async ({ google }, { projectId }) => ({
    sinks: await Array.fromAsync(google.list(listSinks, { project: projectId })),
  }),
  auditedAs: (name, project) =>
    name === `projects/${project}/sinks` ? `//${HOST}/projects/${project}/sinks` : undefined,
  find: async (_services, id) => ({ projectId: resourceNameOf(id).split('/')[1] ?? '' }),
});
