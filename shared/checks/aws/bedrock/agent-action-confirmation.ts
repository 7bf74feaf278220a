import { agent } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not, some } from '#shared/model/predicate.ts';

/** What a function is called is all that tells whether it changes anything. */
const CHANGES =
  'create update delete remove cancel send transfer pay refund buy order book approve reject grant revoke write put post modify set add submit execute run start stop terminate reset close issue publish deploy'.split(
    ' ',
  );
/** `cancelOrder`, `cancel_order`, `cancel-order` and `CancelOrder`, and not `settings`. */
const CHANGES_SOMETHING = new RegExp(
  `^(?:${CHANGES.map((verb) => `[${verb.charAt(0).toUpperCase()}${verb.charAt(0)}]${verb.slice(1)}`).join('|')})(?:[A-Z_-]|$)`,
);

export default check(agent, {
  title: 'Functions by which a Bedrock agent changes something ask the user first',
  severity: 'high',
  applies: not(field('actionFunctions').isEmpty()),
  fails: some(
    'actionFunctions',
    all(
      field('name').matches(CHANGES_SOMETHING),
      field('requireConfirmation')
        .absentIs('DISABLED', 'Function: requireConfirmation is optional and tells whether the user is asked')
        .isNot('ENABLED'),
    ),
  ),
  why: 'An instruction hidden in a document or a message makes the agent delete, pay or send, and nobody is asked.',
  fix: {
    console: 'Edit the action group in the agent builder and enable confirmation for the function.',
    cli: 'aws bedrock-agent update-agent-action-group --agent-id … --agent-version DRAFT --action-group-id … --function-schema \'{"functions":[{"name":"…","requireConfirmation":"ENABLED"}]}\' …',
    cloudformation: {
      ActionGroups: [{ FunctionSchema: { Functions: [{ Name: '…', RequireConfirmation: 'ENABLED' }] } }],
    },
  },
  source: 'GetAgentActionGroup response, @aws-sdk/client-bedrock-agent',
  frameworks: {
    'mitre-atlas': ['AML.T0053'],
    'owasp-llm-2026': ['LLM03:2026'],
    'owasp-agentic-2026': ['ASI02'],
  },
  peers: { union: ['aws.bedrock.agent-action-no-confirmation'] },
  examples: {
    pass: [
      { actionFunctions: [{ name: 'cancelOrder', requireConfirmation: 'ENABLED' }] },
      { actionFunctions: [{ name: 'getOrder', requireConfirmation: 'DISABLED' }, { name: 'Settings' }] },
    ],
    fail: [
      { actionFunctions: [{ name: 'cancelOrder', requireConfirmation: 'DISABLED' }] },
      { actionFunctions: [{ name: 'delete_user' }] },
      { actionFunctions: [{ name: 'TransferFunds', requireConfirmation: 'DISABLED' }] },
    ],
    unknown: [{ actionFunctions: [{ name: 'cancelOrder', requireConfirmation: 'PERHAPS' }] }],
    notApplicable: [{ actionFunctions: [] }],
  },
});
