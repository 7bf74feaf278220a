import { mlSchedule } from '#shared/assets/azure/machine-learning-jobs.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { valueAt } from '../reply.ts';
import { inWorkspaces } from './children.ts';
import { relationsOfJob } from './job-relations.ts';
import { API_VERSION, listWorkspaces } from './workspaces.ts';

const TYPE = 'Microsoft.MachineLearningServices/workspaces/schedules';

/** With those that are disabled: what stands in them can be read all the same. */
const listSchedules = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  '{+workspace}/schedules',
  `${API_VERSION}&listViewType=All`,
);
const getSchedule = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+schedule}', API_VERSION);

export default azureConnector<JsonObject>(mlSchedule, {
  operations: { list: [listWorkspaces, listSchedules], find: [getSchedule] },
  list: (services, { scope }) => inWorkspaces(services, scope, listSchedules),
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getSchedule, { schedule: id }),
  relations: ({ id, properties }) => {
    const workspace = parentOf(id);
    const action = valueAt(properties, 'action');
    return [
      relation('attached-to', workspace),
      relation('calls', valueAt(action, 'monitorDefinition', 'monitoringTarget', 'deploymentId')),
      ...relationsOfJob(valueAt(action, 'jobDefinition'), workspace),
    ];
  },
});
