import { modelVersion } from '#shared/assets/azure/machine-learning-models.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, parentOf } from '../identity.ts';
import { armGet } from '../operation.ts';
import { valueAt } from '../reply.ts';
import { datastoreIn } from './data-addresses.ts';
import { referencedVersions } from './referenced-versions.ts';
import { API_VERSION } from './workspaces.ts';

const TYPE = 'Microsoft.MachineLearningServices/workspaces/models/versions';

const getModelVersion = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+version}', API_VERSION);

export default azureConnector<JsonObject>(modelVersion, {
  operations: { list: [getModelVersion] },
  followsReferences: true,
  list: (services, reading) => referencedVersions(services, reading, getModelVersion, 'models'),
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getModelVersion, { version: id }),
  relations: ({ id, properties }) => {
    const workspace = parentOf(parentOf(id));
    const job = valueAt(properties, 'jobName');
    return [
      relation('attached-to', parentOf(id)),
      relation('attached-to', workspace),
      relation('stored-in', datastoreIn(valueAt(properties, 'modelUri'), workspace)),
      relation('derived-from', workspace && typeof job === 'string' ? `${workspace}/jobs/${job}` : undefined),
    ];
  },
});
