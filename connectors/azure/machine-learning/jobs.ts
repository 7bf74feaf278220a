import { mlJob } from '#shared/assets/azure/machine-learning-jobs.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { underEach } from '../../nested.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { relationsOfJob } from './job-relations.ts';
import { recentOrUnended } from './recent-jobs.ts';
import { API_VERSION, listWorkspaces } from './workspaces.ts';

const TYPE = 'Microsoft.MachineLearningServices/workspaces/jobs';

/** With those that were archived, which is all it takes to hide one. */
const listJobs = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  '{+workspace}/jobs',
  `${API_VERSION}&listViewType=All`,
);
const getJob = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+job}', API_VERSION);

export default azureConnector<JsonObject>(mlJob, {
  operations: { list: [listWorkspaces, listJobs], find: [getJob] },
  async *list({ arm }, reading) {
    const workspaces = arm.list(listWorkspaces, { subscription: reading.scope.account });
    for await (const [, job] of underEach(workspaces, (workspace) =>
      recentOrUnended(arm.list(listJobs, { workspace: idOf(workspace) }), reading),
    ))
      yield job;
  },
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getJob, { job: id }),
  relations: ({ id, properties }) => {
    const workspace = parentOf(id);
    return [relation('attached-to', workspace), ...relationsOfJob(properties, workspace)];
  },
});
