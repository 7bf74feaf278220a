import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, ownIdentity, resource, runtime, WORKSPACE } from '../assignments.ts';

const compute = `${WORKSPACE}/computes/notebook`;

const estate = (applicationSharingPolicy: string) => [
  resource('azure.machine-learning.compute', compute, {
    ...ownIdentity,
    properties: { computeType: 'ComputeInstance', properties: { applicationSharingPolicy } },
  }),
  ...runtime,
  may(WORKSPACE, 'Microsoft.MachineLearningServices/workspaces/computes/applicationaccess/action'),
];

export default {
  target: compute,
  by: INTERN,
  path: estate('Shared'),
  nearMiss: estate('Personal'),
} satisfies TechniqueExamples;
