import type { GuardrailSummary } from '@aws-sdk/client-bedrock';
import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { relation } from '../../connector.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources } from '../tags.ts';
import { bedrockArn } from './arns.ts';
import { withoutTexts } from './guardrail-texts.ts';
import {
  getResourcePolicy,
  RESOURCE_POLICY_EVENTS,
  resourcePolicyOf,
  withChangedPolicy,
} from './resource-policies.ts';

/**
 * A guardrail is what its newest published version does; one that was never published, what its draft does.
 * Agents are judged by the version that they name, which they carry themselves.
 */
export default awsConnector<Pick<GuardrailSummary, 'arn' | 'name'>>(guardrail, {
  operations: {
    list: awsOperations('bedrock:ListGuardrails'),
    read: awsOperations('bedrock:GetGuardrail'),
    parts: { resourcePolicy: getResourcePolicy, Tags: getResources },
  },
  events: [
    'CreateGuardrail',
    'UpdateGuardrail',
    'CreateGuardrailVersion',
    'DeleteGuardrail',
    ...RESOURCE_POLICY_EVENTS,
  ],
  list: ({ bedrock }) => bedrock.list('ListGuardrails', { maxResults: 1000 }, 'guardrails'),
  identify: ({ arn = '', name = '' }) => ({ id: arn, name }),
  async read(services, { arn = '' }) {
    const { bedrock } = services;
    const version = await newestVersion(bedrock, arn);
    return {
      ...withoutTexts(await bedrock('GetGuardrail', { guardrailIdentifier: arn, guardrailVersion: version })),
      resourcePolicy: await resourcePolicyOf(services, arn),
      Tags: await services.tagsOf('bedrock:guardrail', arn),
    };
  },
  async find({ bedrock }, id) {
    const { guardrailArn, name } = await bedrock('GetGuardrail', { guardrailIdentifier: id });
    return { arn: guardrailArn, name };
  },
  affected: (event, { scope }) =>
    answered(event, 'guardrailArn') ??
    bedrockArn(scope, 'guardrail', asked(event, 'guardrailIdentifier')) ??
    withChangedPolicy(event, 'guardrail'),
  relations: ({ kmsKeyArn }) => [relation('encrypted-by', kmsKeyArn)],
});

/** Versions are numbered upwards from 1. */
async function newestVersion(bedrock: AwsServices['bedrock'], guardrailIdentifier: string): Promise<string> {
  let newest = 0;
  for await (const { version } of bedrock.list(
    'ListGuardrails',
    { guardrailIdentifier, maxResults: 1000 },
    'guardrails',
  ))
    if (version && /^\d+$/.test(version)) newest = Math.max(newest, Number(version));
  return newest === 0 ? 'DRAFT' : String(newest);
}
