import { agentRuntime } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { NO_VARIABLES } from './sources.ts';

export default check(agentRuntime, {
  title: 'AgentCore runtimes hold no secrets in environment variables',
  severity: 'high',
  fails: some('environmentVariables', field('').matches(/^withheld: /), { absentIsEmpty: NO_VARIABLES }),
  why: 'Environment variables are plain text to everybody who may describe the runtime, and an agent that is asked for them may print them.',
  fix: {
    console:
      'Put the secret into a credential provider or Secrets Manager, let the agent fetch it, remove the variable, and rotate the secret.',
    cli: 'aws bedrock-agentcore-control create-api-key-credential-provider --name … --api-key …; aws bedrock-agentcore-control update-agent-runtime --agent-runtime-id … --environment-variables …',
    cloudformation: { EnvironmentVariables: { API_KEY_PROVIDER: '…' } },
  },
  source:
    'GetAgentRuntime response; values are withheld when read, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: {
    'mitre-atlas': ['AML.T0083'],
    'owasp-llm-2026': ['LLM02:2026'],
    'owasp-agentic-2026': ['ASI03'],
  },
  peers: { union: ['aws.agentcore.runtime-env-secrets'] },
  examples: {
    pass: [{ environmentVariables: { LOG_LEVEL: 'withheld' } }],
    fail: [{ environmentVariables: { DB_PASSWORD: 'withheld: named-like-a-secret' } }],
    unknown: [{ environmentVariables: 'none' }],
  },
});
