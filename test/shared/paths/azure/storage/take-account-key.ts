import type { JsonObject } from '#shared/model/json.ts';
import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, resource, STORAGE } from '../assignments.ts';

const estate = (properties: JsonObject) => [
  resource('azure.storage.account', STORAGE, { properties }),
  may(STORAGE, 'Microsoft.Storage/storageAccounts/listKeys/action'),
];

export default {
  target: STORAGE,
  by: INTERN,
  path: estate({}),
  nearMiss: estate({ allowSharedKeyAccess: false }),
} satisfies TechniqueExamples;
