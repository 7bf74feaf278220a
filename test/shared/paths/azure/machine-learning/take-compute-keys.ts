import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, ownIdentity, resource, runtime, WORKSPACE } from '../assignments.ts';

const compute = `${WORKSPACE}/computes/cluster`;

const estate = (disableLocalAuth: boolean) => [
  resource('azure.machine-learning.compute', compute, {
    ...ownIdentity,
    properties: { computeType: 'AmlCompute', disableLocalAuth },
  }),
  ...runtime,
  may(WORKSPACE, 'Microsoft.MachineLearningServices/workspaces/computes/listKeys/action'),
];

export default {
  target: compute,
  by: INTERN,
  path: estate(false),
  nearMiss: estate(true),
} satisfies TechniqueExamples;
