import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, REGISTRY, WORKSPACE, workspace } from '../assignments.ts';

const push = 'Microsoft.ContainerRegistry/registries/push/write';

export default {
  target: WORKSPACE,
  by: INTERN,
  path: [workspace, may(REGISTRY, push)],
  nearMiss: [workspace, may(`${REGISTRY}2`, push)],
} satisfies TechniqueExamples;
