import type { JsonObject } from '#shared/model/json.ts';
import type { TechniqueExamples } from '../../estate.ts';
import { ACCOUNT, INTERN, may, resource } from '../assignments.ts';

const estate = (properties: JsonObject) => [
  resource('azure.cognitive-services.account', ACCOUNT, { properties }),
  may(ACCOUNT, 'Microsoft.CognitiveServices/accounts/listKeys/action'),
];

export default {
  target: ACCOUNT,
  by: INTERN,
  path: estate({}),
  nearMiss: estate({ disableLocalAuth: true }),
} satisfies TechniqueExamples;
