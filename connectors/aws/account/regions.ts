import { accountRegion } from '#shared/assets/aws/account.ts';
import type { Asset } from '#shared/model/asset.ts';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import type { Reading } from '../../connector.ts';
import { arnIn } from '../arn.ts';
import { awsConnector } from '../connector.ts';

/**
 * The account in a region has no ARN of its own. This is how a policy names everything that the account has there;
 * `AWS::::Account:<id>`, Security Hub’s id of account settings, would be the same in every region.
 */
const accountRegionId = (scope: Scope): string => arnIn(scope, '*', '*');

type Count = number | Unread;
type Counted = readonly [type: string, isCounted?: (config: Asset['config']) => boolean];

const monitors =
  (type: string) =>
  ({ MonitoringType, MonitoringScheduleStatus }: Asset['config']): boolean =>
    MonitoringType === type && MonitoringScheduleStatus === 'Scheduled';

/** What is counted, by the key that it is counted under. */
const COUNTED: Readonly<Record<string, Counted>> = {
  agents: ['aws.bedrock.agent'],
  agentRuntimes: ['aws.bedrock-agentcore.runtime'],
  biasMonitors: ['aws.sagemaker.monitoring-schedule', monitors('ModelBias')],
  clarifyJobs: [
    'aws.sagemaker.processing-job',
    ({ AppSpecification }) =>
      isObject(AppSpecification) && /sagemaker-clarify-processing/.test(String(AppSpecification['ImageUri'])),
  ],
  customModels: ['aws.bedrock.custom-model'],
  evaluationJobs: ['aws.bedrock.evaluation-job'],
  experiments: ['aws.sagemaker.experiment'],
  explainabilityMonitors: ['aws.sagemaker.monitoring-schedule', monitors('ModelExplainability')],
  featureGroups: ['aws.sagemaker.feature-group'],
  flows: ['aws.bedrock.flow'],
  guardrails: ['aws.bedrock.guardrail', ({ status }) => status === 'READY'],
  knowledgeBases: ['aws.bedrock.knowledge-base'],
  knowledgeBasesActive: ['aws.bedrock.knowledge-base', ({ status }) => status === 'ACTIVE'],
  modelCards: ['aws.sagemaker.model-card'],
  modelPackageGroups: ['aws.sagemaker.model-package-group'],
  modelPackagesApproved: [
    'aws.sagemaker.model-package',
    ({ ModelApprovalStatus }) => ModelApprovalStatus === 'Approved',
  ],
  models: ['aws.sagemaker.model'],
  endpoints: ['aws.sagemaker.endpoint'],
  monitoringSchedules: [
    'aws.sagemaker.monitoring-schedule',
    ({ MonitoringScheduleStatus }) => MonitoringScheduleStatus === 'Scheduled',
  ],
  onlineEvaluations: ['aws.bedrock-agentcore.online-evaluation-config'],
  pipelines: ['aws.sagemaker.pipeline'],
  prompts: ['aws.bedrock.prompt'],
  ragEvaluationJobs: [
    'aws.bedrock.evaluation-job',
    ({ applicationType }) => applicationType === 'RagEvaluation',
  ],
};

/** A number of assets, or why it is not known: a list that broke off may have left some out. */
function countOf({ found }: Reading, [type, isCounted = () => true]: Counted): Count {
  const { assets, unread } = found?.(type) ?? { assets: [] };
  const counted = assets.filter(({ config }) => isCounted(config)).length;
  return unread && counted === 0 ? unread : counted;
}

/** The agents behind each role that more than one of them runs as, in its draft or in a version that is routed to. */
function sharedAgentRoles({ found }: Reading): Json | Unread {
  const { assets, unread: listed } = found?.('aws.bedrock.agent') ?? { assets: [] };
  const agents = new Map<string, Set<string>>();
  let unread = listed;
  for (const { id, config, unread: undescribed } of assets) {
    const versions = config['agentVersions'];
    for (const version of [undescribed, config, ...(Array.isArray(versions) ? versions : [versions])]) {
      if (isUnread(version)) unread = version;
      const role = !isUnread(version) && isObject(version) ? version['agentResourceRoleArn'] : undefined;
      if (typeof role === 'string') agents.set(role, (agents.get(role) ?? new Set()).add(id));
    }
  }
  const shared = [...agents].filter(([, users]) => users.size > 1);
  return unread && shared.length === 0
    ? unread
    : Object.fromEntries(shared.map(([role, users]) => [role, [...users].sort()]));
}

/** Sums up a region: what is not there can only be told of once everything else was read. */
export default awsConnector<{ readonly region: string }>(accountRegion, {
  summarizes: true,
  isSetting: true,
  operations: { list: [] },
  withoutEvents: {
    create: 'An account is in every region that is enabled; it is summed up in each scan.',
    update: 'It is summed up in each scan, when everything else has been read.',
    delete: 'An account does not leave a region that is scanned.',
  },
  async *list(_services, { scope: { region } }) {
    yield { region };
  },
  identify: ({ region }, { scope }) => ({
    id: accountRegionId(scope),
    name: `account ${scope.account} in ${region}`,
  }),
  async read(_services, { region }, reading) {
    const counts = Object.entries(COUNTED).map(([key, counted]): readonly [string, Count] => [
      key,
      countOf(reading, counted),
    ]);
    const aiAssets = reading.foundInAll?.() ?? 0;
    return {
      region,
      aiAssets,
      ...Object.fromEntries(counts),
      sharedAgentRoles: sharedAgentRoles(reading),
    };
  },
  // It cannot be read alone, and no event asks for it.
  find: async () => undefined,
});
