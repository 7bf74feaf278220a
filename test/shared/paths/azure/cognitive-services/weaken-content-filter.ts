import type { TechniqueExamples } from '../../estate.ts';
import { ACCOUNT, INTERN, may, resource } from '../assignments.ts';

const filter = `${ACCOUNT}/raiPolicies/strict`;

const estate = (action: string) => [
  resource('azure.cognitive-services.rai-policy', filter, { properties: { type: 'UserManaged' } }),
  may(ACCOUNT, action),
];

export default {
  target: filter,
  by: INTERN,
  path: estate('Microsoft.CognitiveServices/accounts/raiPolicies/write'),
  nearMiss: estate('Microsoft.CognitiveServices/accounts/raiPolicies/read'),
} satisfies TechniqueExamples;
