import type { TechniqueExamples } from '../../estate.ts';
import { ACCOUNT, account, INTERN, may } from '../policies.ts';

export default {
  target: ACCOUNT,
  by: INTERN,
  path: [account, ...may('iam.serviceAccounts.getAccessToken')],
  nearMiss: [account, ...may('iam.serviceAccounts.actAs')],
} satisfies TechniqueExamples;
