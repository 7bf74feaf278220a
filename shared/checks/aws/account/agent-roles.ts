import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';

const agent = (id: string): string => `arn:aws:bedrock:eu-west-1:111122223333:agent/${id}`;
const ROLE = 'arn:aws:iam::111122223333:role/agents';

export default check(accountRegion, {
  title: 'Each Bedrock agent has an execution role of its own',
  severity: 'high',
  applies: field('agents').atLeast(1),
  fails: not(field('sharedAgentRoles').isEmpty()),
  why: 'Each of the agents may do what any of them needs: whoever talks one into misbehaving has the data and tools of all, and the trail names only the role.',
  fix: {
    console:
      'In Bedrock, open each agent that shares a role, choose a new service role with what that agent needs, prepare it, and point its aliases to the new version.',
    cli: 'aws bedrock-agent update-agent --agent-id … --agent-resource-role-arn …',
    cloudformation: { AgentResourceRoleArn: 'arn:aws:iam::…:role/…' },
  },
  source: 'Agent and AgentVersion, @aws-sdk/client-bedrock-agent',
  frameworks: {
    'mitre-atlas': ['AML.T0053'],
    'owasp-llm-2026': ['LLM03:2026'],
    'owasp-agentic-2026': ['ASI03'],
  },
  peers: {
    union: ['aws.bedrock.agent-role-shared'],
    prowler: ['bedrock_agent_role_not_shared_across_agents'],
  },
  examples: {
    pass: [{ region: 'eu-west-1', agents: 2, sharedAgentRoles: {} }],
    fail: [
      { region: 'eu-west-1', agents: 3, sharedAgentRoles: { [ROLE]: [agent('ORDERS'), agent('REFUNDS')] } },
    ],
    unknown: [
      {
        region: 'eu-west-1',
        agents: 2,
        sharedAgentRoles: {
          $unread: {
            operation: 'bedrock-agent:GetAgent',
            outcome: 'denied',
            permission: 'bedrock:GetAgent',
          },
        },
      },
      { region: 'eu-west-1', agents: 2, sharedAgentRoles: 'none' },
    ],
    notApplicable: [{ region: 'eu-west-1', agents: 0, sharedAgentRoles: {} }],
  },
});
