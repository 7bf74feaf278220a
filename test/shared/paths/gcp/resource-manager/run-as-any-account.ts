import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, PROJECT_ID } from '../policies.ts';

export default {
  target: PROJECT_ID,
  by: INTERN,
  path: may('aiplatform.customJobs.create', 'iam.serviceAccounts.actAs'),
  nearMiss: may('aiplatform.customJobs.create'),
} satisfies TechniqueExamples;
