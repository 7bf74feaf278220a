import { agentRuntime } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(agentRuntime, {
  title: 'AgentCore runtimes accept only version 2 of the metadata service',
  severity: 'medium',
  fails: field('metadataConfiguration.requireMMDSV2').is(false),
  why: 'Version 1 answers any request that code of the agent can be tricked into making, and hands out the credentials of the role.',
  fix: {
    console: 'There is no switch in the console: update the runtime with version 2 required.',
    cli: 'aws bedrock-agentcore-control update-agent-runtime --agent-runtime-id … --metadata-configuration requireMMDSV2=true …',
    cloudformation: { MetadataConfiguration: { RequireMMDSV2: true } },
  },
  source: 'GetAgentRuntime response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0106'] },
  examples: {
    pass: [{ metadataConfiguration: { requireMMDSV2: true } }],
    fail: [{ metadataConfiguration: { requireMMDSV2: false } }],
    unknown: [{}],
  },
});
