import type { JsonObject } from '#shared/model/json.ts';
import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, resource, SEARCH } from '../assignments.ts';

const estate = (properties: JsonObject) => [
  resource('azure.search.service', SEARCH, { properties }),
  may(SEARCH, 'Microsoft.Search/searchServices/listAdminKeys/action'),
];

export default {
  target: SEARCH,
  by: INTERN,
  path: estate({ disableLocalAuth: false }),
  nearMiss: estate({ disableLocalAuth: true }),
} satisfies TechniqueExamples;
