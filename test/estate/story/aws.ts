import type { AwsDescription } from '../description.ts';
import { ELSEWHERE, elsewhereResources } from './aws-agents.ts';
import { PLATFORM, RESEARCH } from './aws-makers.ts';
import { platform } from './aws-platform.ts';
import { research } from './aws-research.ts';

export const aws: AwsDescription = {
  homeAccount: PLATFORM,
  accounts: { [PLATFORM]: platform, [RESEARCH]: research },
};

/** The same with the region that somebody went to for its accelerators, and that nobody thinks of. */
export const awsWithForgottenRegion: AwsDescription = {
  ...aws,
  accounts: {
    ...aws.accounts,
    [RESEARCH]: {
      ...research,
      regions: { ...research.regions, [ELSEWHERE]: { resources: elsewhereResources } },
    },
  },
};
