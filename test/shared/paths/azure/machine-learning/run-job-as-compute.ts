import type { JsonObject } from '#shared/model/json.ts';
import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, ownIdentity, resource, runtime, WORKSPACE } from '../assignments.ts';

const compute = `${WORKSPACE}/computes/cluster`;

const estate = (identity: JsonObject) => [
  resource('azure.machine-learning.compute', compute, {
    ...identity,
    properties: { computeType: 'AmlCompute' },
  }),
  ...runtime,
  may(WORKSPACE, 'Microsoft.MachineLearningServices/workspaces/jobs/write'),
];

export default {
  target: compute,
  by: INTERN,
  path: estate(ownIdentity),
  nearMiss: estate({}),
} satisfies TechniqueExamples;
