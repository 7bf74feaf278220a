import type { AgentAliasSummary, AgentSummary } from '@aws-sdk/client-bedrock-agent';
import { agent } from '#shared/assets/aws/bedrock.ts';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { asValue } from '../../rest.ts';
import { nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources } from '../tags.ts';
import { bedrockArn } from './arns.ts';

/** The version that `TSTALIASID`, the test alias that every agent has, routes to. */
const WORKING_DRAFT = 'DRAFT';

/**
 * What callers reach is not the agent's draft but the versions that its aliases route to, with the guardrail
 * versions that those name; each is a part of the config.
 */
export default awsConnector<Pick<AgentSummary, 'agentId' | 'agentName'>>(agent, {
  operations: {
    list: awsOperations('bedrock-agent:ListAgents'),
    read: awsOperations('bedrock-agent:GetAgent'),
    parts: {
      agentAliasSummaries: awsOperation('bedrock-agent:ListAgentAliases'),
      agentVersions: awsOperation('bedrock-agent:GetAgentVersion'),
      guardrails: awsOperation('bedrock:GetGuardrail'),
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
    return {
      // Prompts are the owner's text and decide nothing here: they are not kept.
      ...draft,
      instruction: undefined,
      promptOverrideConfiguration: undefined,
      agentAliasSummaries: aliases,
      agentVersions,
      guardrails: isUnread(agentVersions) ? agentVersions : await guardrailsOf(services, agentVersions),
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
  ],
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
        ({ agentVersion: version }) =>
          version && { ...version, instruction: undefined, promptOverrideConfiguration: undefined },
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
        (output) => output,
      ),
    ),
  );
  const unread = versions.filter(isUnread);
  return [...unread, ...read.filter((reply) => reply !== undefined)];
}
