import { agent } from '#shared/assets/aws/bedrock.ts';
import { lambdaFunction } from '#shared/assets/aws/lambda.ts';
import { check } from '#shared/model/check.ts';
import { field, not, related } from '#shared/model/predicate.ts';

const AGENT = { actionGroups: [{ actionGroupName: 'orders' }] };

export default check(agent, {
  title: 'Lambda functions that Bedrock agents call have a reserved concurrency',
  severity: 'low',
  applies: not(field('actionGroups').isEmpty()),
  fails: related('calls', lambdaFunction, field('Concurrency.ReservedConcurrentExecutions').isAbsent()),
  why: 'An agent that loops, or is made to, takes the concurrency of every other function in the account.',
  fix: {
    console: 'In Lambda, open “Concurrency” under “Configuration” and reserve what the tool may use.',
    cli: 'aws lambda put-function-concurrency --function-name … --reserved-concurrent-executions 5',
    cloudformation: { ReservedConcurrentExecutions: 5 },
  },
  source:
    'GetAgentActionGroup response, @aws-sdk/client-bedrock-agent; GetFunctionConcurrency response, @aws-sdk/client-lambda',
  frameworks: { 'mitre-atlas': ['AML.T0034'], 'owasp-llm-2026': ['LLM06:2026'] },
  peers: { union: ['aws.bedrock.agent-lambda-no-concurrency'], 'aws-samples': ['FS-09'] },
  examples: {
    pass: [{ $config: AGENT, $related: { calls: [{ Concurrency: { ReservedConcurrentExecutions: 5 } }] } }],
    fail: [{ $config: AGENT, $related: { calls: [{ Concurrency: {} }] } }],
    unknown: [{ $config: AGENT, $related: { calls: ['unseen'] } }],
    notApplicable: [{ actionGroups: [] }],
  },
});
