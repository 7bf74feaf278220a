import type { TechniqueExamples } from '../../estate.ts';
import { IDENTITY, INTERN, may, resource, WORKSPACE } from '../assignments.ts';

const schedule = `${WORKSPACE}/schedules/nightly`;

const estate = (isEnabled: boolean) => [
  resource('azure.machine-learning.schedule', schedule, {
    properties: {
      isEnabled,
      action: {
        actionType: 'CreateJob',
        jobDefinition: { jobType: 'Command', identity: { identityType: 'Managed', resourceId: IDENTITY } },
      },
    },
  }),
  may(WORKSPACE, 'Microsoft.MachineLearningServices/workspaces/schedules/write'),
];

export default {
  target: schedule,
  by: INTERN,
  path: estate(true),
  nearMiss: estate(false),
} satisfies TechniqueExamples;
