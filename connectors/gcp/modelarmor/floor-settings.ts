import { armorFloor } from '#shared/assets/gcp/modelarmor.ts';
import { gcpConnector } from '../connector.ts';
import { resourceNameOf } from '../identity.ts';
import { googleGet } from '../operation.ts';

const HOST = 'modelarmor.googleapis.com';

const getFloor = googleGet(
  'modelarmor.floorSettings.get',
  `https://${HOST}/v1/projects/{project}/locations/global/floorSetting`,
);

interface Project {
  readonly projectId: string;
}

/** One asset a project; a project that never set it has the defaults, which set nothing. */
export default gcpConnector<Project>(armorFloor, {
  operations: { list: [], read: [getFloor] },
  isSetting: true,
  async *list(_services, { scope }) {
    yield { projectId: scope.account };
  },
  identify: ({ projectId }) => ({
    id: `//${HOST}/projects/${projectId}/locations/global/floorSetting`,
    name: projectId,
  }),
  read: ({ google }, { projectId }) => google.get(getFloor, { project: projectId }),
  auditedAs: (name, project) =>
    name === `projects/${project}/locations/global/floorSetting` ? `//${HOST}/${name}` : undefined,
  find: async (_services, id) => ({ projectId: resourceNameOf(id).split('/')[1] ?? '' }),
});
