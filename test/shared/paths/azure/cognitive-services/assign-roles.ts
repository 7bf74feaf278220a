import type { TechniqueExamples } from '../../estate.ts';
import { ACCOUNT, assigned, INTERN, resource } from '../assignments.ts';

const role = '[Microsoft.Authorization/roleAssignments:RoleDefinitionId]';
const condition = `(!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request${role} ForAnyOfAnyValues:GuidEquals {53ca6127-db72-4b80-b1b0-d745d6d5456d})`;

/** Somebody who may assign one role, under a condition; and somebody who may assign none. */
const estate = (action: string) => [
  resource('azure.cognitive-services.account', ACCOUNT, { properties: {} }),
  assigned(INTERN, ACCOUNT, { actions: [action] }, { condition }),
];

export default {
  target: ACCOUNT,
  by: INTERN,
  path: estate('Microsoft.Authorization/roleAssignments/write'),
  nearMiss: estate('Microsoft.Authorization/roleAssignments/read'),
} satisfies TechniqueExamples;
