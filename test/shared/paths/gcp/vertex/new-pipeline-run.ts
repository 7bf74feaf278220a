import type { TechniqueExamples } from '../../estate.ts';
import { ACCOUNT, account, INTERN, may } from '../policies.ts';

export default {
  target: ACCOUNT,
  by: INTERN,
  path: [account, ...may('aiplatform.pipelineJobs.create', 'iam.serviceAccounts.actAs')],
  nearMiss: [account, ...may('aiplatform.pipelineJobs.create')],
} satisfies TechniqueExamples;
