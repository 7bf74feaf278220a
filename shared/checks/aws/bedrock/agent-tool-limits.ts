import { agent } from '#shared/assets/aws/bedrock.ts';
import { lambdaFunction } from '#shared/assets/aws/lambda.ts';
import { check } from '#shared/model/check.ts';
import { isObject } from '#shared/model/json.ts';
import { field, judgedBy, not, related } from '#shared/model/predicate.ts';

const LIMIT = /(?:^|_)(?:MAX|MAXIMUM|LIMIT|THRESHOLD|QUOTA|CAP|CEILING)(?:_|$)/i;
const AGENT = { actionGroups: [{ actionGroupName: 'orders' }] };

export default check(agent, {
  title: 'Lambda functions that Bedrock agents call are told their limits',
  severity: 'informational',
  byDefault: 'off',
  applies: not(field('actionGroups').isEmpty()),
  fails: related(
    'calls',
    lambdaFunction,
    judgedBy({
      sentence: 'no environment variable is named like a limit',
      reads: ['Environment.Variables'],
      judge: ({ config: { Environment } }) => {
        const path = 'Environment.Variables';
        const expected = 'a variable such as MAX_AMOUNT';
        const variables = isObject(Environment) ? Environment['Variables'] : undefined;
        if (!isObject(variables)) return { truth: true, evidence: [{ path, state: 'absent', expected }] };
        const truth = !Object.keys(variables).some((name) => LIMIT.test(name));
        return { truth, evidence: [{ path, state: 'read', expected }] };
      },
    }),
  ),
  why: 'A tool without a limit pays, orders or deletes as much as the model comes to ask for.',
  fix: {
    console: 'In Lambda, add a variable with the limit under “Configuration” and enforce it in the code.',
    cli: 'aws lambda update-function-configuration --function-name … --environment "Variables={MAX_AMOUNT=100}"',
    cloudformation: { Environment: { Variables: { MAX_AMOUNT: '100' } } },
  },
  source:
    'GetAgentActionGroup response, @aws-sdk/client-bedrock-agent; ListFunctions response, @aws-sdk/client-lambda',
  frameworks: { 'owasp-llm-2026': ['LLM03:2026'] },
  peers: { union: ['aws.bedrock.agent-lambda-no-threshold'], 'aws-samples': ['FS-67'] },
  examples: {
    pass: [
      { $config: AGENT, $related: { calls: [{ Environment: { Variables: { MAX_AMOUNT: 'withheld' } } }] } },
    ],
    fail: [
      { $config: AGENT, $related: { calls: [{ Environment: { Variables: { STAGE: 'withheld' } } }] } },
      { $config: AGENT, $related: { calls: [{}] } },
    ],
    unknown: [{ $config: AGENT, $related: { calls: ['unseen'] } }],
    notApplicable: [{ actionGroups: [] }],
  },
});
