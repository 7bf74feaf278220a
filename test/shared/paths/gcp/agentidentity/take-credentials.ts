import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, PROJECT_ID } from '../policies.ts';

export default {
  target: PROJECT_ID,
  by: INTERN,
  path: may('agentidentity.authProviders.retrieveCredentials'),
  nearMiss: may('agentidentity.authProviders.get'),
} satisfies TechniqueExamples;
