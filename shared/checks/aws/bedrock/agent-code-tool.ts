import { agent } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not, some } from '#shared/model/predicate.ts';

export default check(agent, {
  title: 'Bedrock agents neither run code nor operate a computer',
  severity: 'medium',
  applies: not(field('actionGroups').isEmpty()),
  fails: some(
    'actionGroups',
    all(
      field('parentActionSignature').isPresent(),
      field('parentActionSignature').isNoneOf('AMAZON.UserInput'),
      field('actionGroupState').isNot('DISABLED'),
    ),
  ),
  why: 'Whoever gets an instruction before the agent has it write and run code, or click and type, in your account.',
  fix: {
    console:
      'Edit the agent in the agent builder and switch the code interpreter, or the computer, shell or editor tool, off.',
    cli: 'aws bedrock-agent update-agent-action-group --agent-id … --agent-version DRAFT --action-group-id … --action-group-name … --action-group-state DISABLED',
    cloudformation: { ActionGroups: [{ ActionGroupName: '…', ActionGroupState: 'DISABLED' }] },
  },
  source: 'GetAgentActionGroup response, @aws-sdk/client-bedrock-agent',
  frameworks: { 'mitre-atlas': ['AML.T0053'], 'owasp-agentic-2026': ['ASI05'] },
  peers: { union: ['aws.bedrock.agent-code-or-computer-tool'] },
  examples: {
    pass: [
      { actionGroups: [{ actionGroupState: 'ENABLED', parentActionSignature: 'AMAZON.UserInput' }] },
      { actionGroups: [{ actionGroupState: 'DISABLED', parentActionSignature: 'AMAZON.CodeInterpreter' }] },
    ],
    fail: [
      { actionGroups: [{ actionGroupState: 'ENABLED', parentActionSignature: 'AMAZON.CodeInterpreter' }] },
      { actionGroups: [{ actionGroupState: 'ENABLED', parentActionSignature: 'ANTHROPIC.Bash' }] },
    ],
    notApplicable: [{ actionGroups: [] }],
    unknown: [{ actionGroups: [{ actionGroupState: 'ENABLED', parentActionSignature: 'X.Y' }] }],
  },
});
