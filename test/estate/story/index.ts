import type { EstateDescription } from '../description.ts';
import { aws, awsWithForgottenRegion } from './aws.ts';
import { azure } from './azure.ts';
import { gcp } from './gcp.ts';

/**
 * Nordlicht, an insurer of 900 people, as its cloud security engineer finds it on a Monday.
 *
 * The platform team runs claims triage in AWS well: isolated models, guardrails that block, logged prompts.
 * A research account beside it was opened for a proof of concept and never closed: notebooks on the internet,
 * an agent whose live version lost its guardrail and that pays without asking, a gateway to its tools that asks
 * nobody who they are, training data in a bucket that half the world may read.
 * The contact centre bought an assistant in Azure with keys on and filters off. Pricing trains in Google Cloud
 * as the default service account. And one role was never granted everything, so a part is not seen.
 */
export const story: EstateDescription = { aws, azure, gcp };

/** The story with a region in which there is next to nothing: what the demo shows. */
export const storyWithForgottenRegion: EstateDescription = { ...story, aws: awsWithForgottenRegion };

/** What the reader was never granted: operation id by cloud. */
export const denied = ['bedrock-agent:ListDataSources'] as const;
