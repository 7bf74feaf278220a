import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

const count = z.int().nonnegative().optional();

/** What a scan found of AI in one region of an account, in numbers: for what is wrong because it is not there. */
export const accountRegion = assetType('aws.account.region', {
  title: 'AWS account in a region',
  placement: 'region',
  isSummary: true,
  /** Neither CloudFormation nor AWS Config has a type for it. */
  nativeType: 'AWS::::Account',
  shape: { package: 'none', type: 'counts of what was found in the region' },
  config: z.looseObject({
    region: z.string(),
    /** Everything that was found, without settings and without what is read only because AI refers to it. */
    aiAssets: count,
    agents: count,
    agentRuntimes: count,
    /** By ARN, the roles that several agents run as, in their drafts or in what is routed to, with those agents. */
    sharedAgentRoles: z.record(z.string(), z.array(z.string())).optional(),
    biasMonitors: count,
    clarifyJobs: count,
    customModels: count,
    evaluationJobs: count,
    experiments: count,
    explainabilityMonitors: count,
    featureGroups: count,
    flows: count,
    guardrails: count,
    knowledgeBases: count,
    knowledgeBasesActive: count,
    modelCards: count,
    modelPackageGroups: count,
    modelPackagesApproved: count,
    models: count,
    endpoints: count,
    monitoringSchedules: count,
    onlineEvaluations: count,
    pipelines: count,
    prompts: count,
    ragEvaluationJobs: count,
  }),
});
