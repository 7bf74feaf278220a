import type { JsonObject } from '#shared/model/json.ts';
import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, resource, VAULT } from '../assignments.ts';

const estate = (properties: JsonObject) => [
  resource('azure.key-vault.vault', VAULT, { properties }),
  may(VAULT, 'Microsoft.KeyVault/vaults/accessPolicies/write'),
];

export default {
  target: VAULT,
  by: INTERN,
  path: estate({ enableRbacAuthorization: false }),
  nearMiss: estate({ enableRbacAuthorization: true }),
} satisfies TechniqueExamples;
