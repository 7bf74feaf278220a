import { agent } from '#shared/assets/aws/bedrock.ts';
import { lambdaFunction } from '#shared/assets/aws/lambda.ts';
import { check } from '#shared/model/check.ts';
import { field, not, related } from '#shared/model/predicate.ts';

const AGENT = { actionGroups: [{ actionGroupName: 'orders' }] };

export default check(agent, {
  title: 'Bedrock agents have a function that validates what goes in or out',
  severity: 'informational',
  byDefault: 'off',
  applies: not(field('actionGroups').isEmpty()),
  fails: not(
    related('calls', lambdaFunction, field('FunctionName').matches(/valid|saniti[sz]|moderat|guard|filter/i)),
  ),
  why: 'Where nothing looks at what tools are given and give, what the model makes up goes straight through.',
  fix: {
    console: 'Add a function that validates the parameters and results of the agent’s tools.',
    cli: 'aws lambda create-function --function-name validate-… …',
    cloudformation: { FunctionName: 'validate-…' },
  },
  source:
    'GetAgentActionGroup response, @aws-sdk/client-bedrock-agent; ListFunctions response, @aws-sdk/client-lambda',
  frameworks: { 'mitre-atlas': ['AML.T0034'], 'owasp-llm-2026': ['LLM06:2026'] },
  peers: { union: ['aws.lambda.no-output-validation'], 'aws-samples': ['FS-55', 'FS-69'] },
  examples: {
    pass: [{ $config: AGENT, $related: { calls: [{ FunctionName: 'validate-orders' }] } }],
    fail: [{ $config: AGENT, $related: { calls: [{ FunctionName: 'orders' }] } }],
    unknown: [{ $config: AGENT, $related: { calls: ['unseen'] } }],
    notApplicable: [{ actionGroups: [] }],
  },
});
