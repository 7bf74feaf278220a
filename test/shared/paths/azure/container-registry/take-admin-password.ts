import type { JsonObject } from '#shared/model/json.ts';
import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, REGISTRY, resource } from '../assignments.ts';

const estate = (properties: JsonObject) => [
  resource('azure.container-registry.registry', REGISTRY, { properties }),
  may(REGISTRY, 'Microsoft.ContainerRegistry/registries/listCredentials/action'),
];

export default {
  target: REGISTRY,
  by: INTERN,
  path: estate({ adminUserEnabled: true }),
  nearMiss: estate({ adminUserEnabled: false }),
} satisfies TechniqueExamples;
