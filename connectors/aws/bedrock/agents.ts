import type { Agent, AgentAliasSummary, AgentSummary, AgentVersion } from '@aws-sdk/client-bedrock-agent';
import { agent } from '#shared/assets/aws/bedrock.ts';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { asValue } from '../../parts.ts';
import { nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { functionArn } from '../lambda/arns.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources } from '../tags.ts';
import { agentOfAlias, at, bedrockArn, distinct, listOf } from './arns.ts';
import { withoutTexts as withoutGuardrailTexts } from './guardrail-texts.ts';
import { listedModels, listFoundationModels } from './listed-models.ts';

/** The version that `TSTALIASID`, the test alias that every agent has, routes to. */
const WORKING_DRAFT = 'DRAFT';

/**
 * What callers reach is not the agent's draft but the versions that its aliases route to, with the guardrail
 * versions that those name; each is a part of the config.
 */
export default awsConnector<Pick<AgentSummary, 'agentId' | 'agentName'>>(agent, {
  operations: {
    list: awsOperations('bedrock-agent:ListAgents'),
    read: awsOperations('bedrock-agent:GetAgent', 'bedrock-agent:ListAgentActionGroups'),
    parts: {
      agentAliasSummaries: awsOperation('bedrock-agent:ListAgentAliases'),
      agentVersions: awsOperation('bedrock-agent:GetAgentVersion'),
      guardrails: awsOperation('bedrock:GetGuardrail'),
      actionGroups: awsOperation('bedrock-agent:GetAgentActionGroup'),
      actionFunctions: awsOperation('bedrock-agent:GetAgentActionGroup'),
      agentCollaborators: awsOperation('bedrock-agent:ListAgentCollaborators'),
      foundationModels: listFoundationModels,
      Tags: getResources,
    },
  },
  events: [
    'CreateAgent',
    'UpdateAgent',
    'PrepareAgent',
    'DeleteAgent',
    'CreateAgentAlias',
    'UpdateAgentAlias',
    'DeleteAgentAlias',
    'CreateAgentActionGroup',
    'UpdateAgentActionGroup',
    'DeleteAgentActionGroup',
    'AssociateAgentCollaborator',
    'UpdateAgentCollaborator',
    'DisassociateAgentCollaborator',
  ],
  list: ({ bedrockAgent }) => bedrockAgent.list('ListAgents', { maxResults: 1000 }, 'agentSummaries'),
  identify: ({ agentId, agentName = '' }, { scope }) => ({
    id: bedrockArn(scope, 'agent', agentId) ?? '',
    name: agentName,
  }),
  async read(services, { agentId = '' }) {
    const { bedrockAgent } = services;
    const [{ agent: draft }, aliases] = await Promise.all([
      bedrockAgent('GetAgent', { agentId }),
      aliasesOf(services, agentId),
    ]);
    const agentVersions = isUnread(aliases) ? aliases : await versionsBehind(services, agentId, aliases);
    const routed = isUnread(agentVersions) ? [] : agentVersions.filter((version) => !isUnread(version));
    const numbers = [WORKING_DRAFT, ...distinct(routed.map((version) => at(version, 'version')))];
    const modes = [draft?.agentCollaboration, ...routed.map((version) => at(version, 'agentCollaboration'))];
    const [actionGroups, agentCollaborators, foundationModels] = await Promise.all([
      actionGroupsOf(services, agentId, numbers),
      modes.some(isSupervisor) ? collaboratorsOf(services, agentId, numbers) : [],
      listedModels(services, [
        draft?.foundationModel,
        ...routed.map((version) => at(version, 'foundationModel')),
      ]),
    ]);
    return {
      ...(draft && withoutTexts(draft)),
      agentAliasSummaries: aliases,
      agentVersions,
      guardrails: isUnread(agentVersions) ? agentVersions : await guardrailsOf(services, agentVersions),
      actionGroups,
      actionFunctions: functionsOf(actionGroups),
      agentCollaborators,
      foundationModels,
      Tags: await services.tagsOf('bedrock:agent', draft?.agentArn),
    };
  },
  async find({ bedrockAgent }, id) {
    const { agent: found } = await bedrockAgent('GetAgent', { agentId: nameInArn(id) });
    return { agentId: found?.agentId, agentName: found?.agentName };
  },
  affected: (event, { scope }) =>
    bedrockArn(scope, 'agent', asked(event, 'agentId') ?? answered(event, 'agent', 'agentId')),
  relations: (config, { scope }) => [
    relation('assumes', config['agentResourceRoleArn']),
    relation('encrypted-by', config['customerEncryptionKeyArn']),
    ...[config, ...(Array.isArray(config['agentVersions']) ? config['agentVersions'] : [])].map((version) =>
      relation('guarded-by', bedrockArn(scope, 'guardrail', guardrailOf(version)?.identifier)),
    ),
    ...distinct(
      listOf(config['actionGroups']).map((group) => functionArn(at(group, 'actionGroupExecutor', 'lambda'))),
    ).map((target) => relation('calls', target)),
    ...distinct(
      listOf(config['agentCollaborators']).map((one) => agentOfAlias(at(one, 'agentDescriptor', 'aliasArn'))),
    ).map((target) => relation('calls', target)),
  ],
});

/** Prompts are the owner's text and, as the text of a failure, decide nothing here: they are not kept. */
const withoutTexts = <Version extends Agent | AgentVersion>(version: Version) => ({
  ...version,
  instruction: undefined,
  promptOverrideConfiguration: undefined,
  failureReasons: undefined,
  recommendedActions: undefined,
});

const aliasesOf = async ({ bedrockAgent }: AwsServices, agentId: string) =>
  (await asValue(
    Array.fromAsync(
      bedrockAgent.list('ListAgentAliases', { agentId, maxResults: 1000 }, 'agentAliasSummaries'),
    ),
  )) ?? [];

async function versionsBehind(
  { bedrockAgent }: AwsServices,
  agentId: string,
  aliases: readonly AgentAliasSummary[],
): Promise<(Json | Unread)[]> {
  const routed = new Set(
    aliases.flatMap(({ routingConfiguration }) =>
      (routingConfiguration ?? []).flatMap(({ agentVersion }) =>
        agentVersion && agentVersion !== WORKING_DRAFT ? [agentVersion] : [],
      ),
    ),
  );
  const versions = await Promise.all(
    [...routed].map((agentVersion) =>
      bedrockAgent.part(
        'GetAgentVersion',
        { agentId, agentVersion },
        ({ agentVersion: version }) => version && withoutTexts(version),
      ),
    ),
  );
  return versions.filter((version) => version !== undefined);
}

interface NamedGuardrail {
  readonly identifier: string;
  readonly version: string | undefined;
}

function guardrailOf(version: unknown): NamedGuardrail | undefined {
  const choice = isObject(version) ? version['guardrailConfiguration'] : undefined;
  if (!isObject(choice)) return undefined;
  const { guardrailIdentifier: identifier, guardrailVersion } = choice;
  if (typeof identifier !== 'string' || identifier === '') return undefined;
  return { identifier, version: typeof guardrailVersion === 'string' ? guardrailVersion : undefined };
}

/** What the named guardrail versions do; of a guardrail that is gone there is nothing. */
async function guardrailsOf(
  { bedrock }: AwsServices,
  versions: readonly (Json | Unread)[],
): Promise<(Json | Unread)[]> {
  const named = new Map(
    versions.flatMap((version) => {
      const choice = guardrailOf(version);
      return choice ? [[JSON.stringify(choice), choice] as const] : [];
    }),
  );
  const read = await Promise.all(
    [...named.values()].map(({ identifier, version }) =>
      bedrock.part(
        'GetGuardrail',
        { guardrailIdentifier: identifier, guardrailVersion: version },
        withoutGuardrailTexts,
      ),
    ),
  );
  const unread = versions.filter(isUnread);
  return [...unread, ...read.filter((reply) => reply !== undefined)];
}

/** Descriptions, parameters and schemas are the owner's text: what a tool is called and asks for is enough. */
async function actionGroupsOf(
  { bedrockAgent }: AwsServices,
  agentId: string,
  versions: readonly string[],
): Promise<(Json | Unread)[] | Unread> {
  const summaries = await asValue(
    Promise.all(
      versions.map(async (agentVersion) => {
        const groups = bedrockAgent.list(
          'ListAgentActionGroups',
          { agentId, agentVersion, maxResults: 1000 },
          'actionGroupSummaries',
        );
        return (await Array.fromAsync(groups)).map(({ actionGroupId }) => ({ agentVersion, actionGroupId }));
      }),
    ),
  );
  if (summaries === undefined) return [];
  if (isUnread(summaries)) return summaries;
  const groups = await Promise.all(
    summaries.flat().map((group) =>
      bedrockAgent.part('GetAgentActionGroup', { agentId, ...group }, ({ agentActionGroup: found }) => ({
        ...found,
        description: undefined,
        parentActionGroupSignatureParams: undefined,
        apiSchema: undefined,
        functionSchema: undefined,
        functions: found?.functionSchema?.functions?.map(({ name, requireConfirmation }) => ({
          name,
          requireConfirmation,
        })),
      })),
    ),
  );
  return groups.filter((group) => group !== undefined);
}

/** Of the groups that are switched on, with the group that each is of. */
function functionsOf(groups: readonly (Json | Unread)[] | Unread): Json | Unread {
  if (isUnread(groups)) return groups;
  return groups.flatMap((group): Json[] => {
    if (isUnread(group)) return [group as Json];
    if (!isObject(group) || group['actionGroupState'] === 'DISABLED') return [];
    return listOf(group['functions']).map((each) => ({
      ...(isObject(each) ? each : {}),
      actionGroupName: group['actionGroupName'],
      agentVersion: group['agentVersion'],
    }));
  });
}

const isSupervisor = (mode: unknown): boolean => typeof mode === 'string' && mode.startsWith('SUPERVISOR');

/** Without the instruction by which they are told what to do. */
async function collaboratorsOf(
  { bedrockAgent }: AwsServices,
  agentId: string,
  versions: readonly string[],
): Promise<object[] | Unread> {
  const lists = await asValue(
    Promise.all(
      versions.map((agentVersion) =>
        Array.fromAsync(
          bedrockAgent.list(
            'ListAgentCollaborators',
            { agentId, agentVersion, maxResults: 1000 },
            'agentCollaboratorSummaries',
          ),
        ),
      ),
    ),
  );
  if (isUnread(lists)) return lists;
  return (lists ?? []).flat().map((one) => ({ ...one, collaborationInstruction: undefined }));
}
