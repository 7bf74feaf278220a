import { mlRegistry } from '#shared/assets/azure/machine-learning-models.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { assumedIdentities } from '../relations.ts';
import { valueAt } from '../reply.ts';
import { API_VERSION } from './workspaces.ts';

const TYPE = 'Microsoft.MachineLearningServices/registries';

const listRegistries = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
const getRegistry = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+registry}', API_VERSION);

export default azureConnector<JsonObject>(mlRegistry, {
  operations: { list: [listRegistries], find: [getRegistry] },
  list: ({ arm }, { scope }) => arm.list(listRegistries, { subscription: scope.account }),
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getRegistry, { registry: id }),
  relations: ({ identity, properties }) => [
    ...elementsOf(valueAt(properties, 'regionDetails')).flatMap((region) => [
      ...elementsOf(region['storageAccountDetails']).map((storage) =>
        relation('stored-in', valueAt(storage, 'systemCreatedStorageAccount', 'armResourceId', 'resourceId')),
      ),
      ...elementsOf(region['acrDetails']).map((images) =>
        relation('stored-in', valueAt(images, 'systemCreatedAcrAccount', 'armResourceId', 'resourceId')),
      ),
    ]),
    ...assumedIdentities(identity),
  ],
});

const elementsOf = (list: Json | undefined): JsonObject[] =>
  Array.isArray(list) ? list.filter(isObject) : [];
