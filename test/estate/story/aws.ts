import type { AwsDescription } from '../description.ts';
import { PLATFORM, RESEARCH } from './aws-makers.ts';
import { platform } from './aws-platform.ts';
import { research } from './aws-research.ts';

export const aws: AwsDescription = {
  homeAccount: PLATFORM,
  accounts: { [PLATFORM]: platform, [RESEARCH]: research },
};
