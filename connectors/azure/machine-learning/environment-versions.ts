import { environmentVersion } from '#shared/assets/azure/machine-learning-models.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, parentOf } from '../identity.ts';
import { armGet } from '../operation.ts';
import { valueAt } from '../reply.ts';
import { referencedVersions } from './referenced-versions.ts';
import { API_VERSION } from './workspaces.ts';

const TYPE = 'Microsoft.MachineLearningServices/workspaces/environments/versions';

const getEnvironmentVersion = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+version}', API_VERSION);

export default azureConnector<JsonObject>(environmentVersion, {
  operations: { list: [getEnvironmentVersion] },
  followsReferences: true,
  list: (services, reading) => referencedVersions(services, reading, getEnvironmentVersion, 'environments'),
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getEnvironmentVersion, { version: id }),
  relations: ({ id, properties }) => [
    relation('attached-to', parentOf(parentOf(id))),
    relation('runs-image', valueAt(properties, 'image')),
  ],
});
