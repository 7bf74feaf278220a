import { role } from '#shared/assets/aws/iam.ts';
import { lambdaFunction } from '#shared/assets/aws/lambda.ts';
import { check } from '#shared/model/check.ts';
import { related } from '#shared/model/predicate.ts';
import { isAdministrator } from '../iam/administrator.ts';
import { roleThatMay } from '../iam/examples.ts';

const NAMED = { Role: 'arn:aws:iam::111122223333:role/ml' };

export default check(lambdaFunction, {
  title: 'Lambda functions of AI workloads do not run as an administrator',
  severity: 'high',
  fails: related('assumes', role, isAdministrator),
  why: 'A model chooses what the function is called with: one injected instruction, and it acts on everything in the account.',
  fix: {
    console:
      'In Lambda, choose another execution role under “Permissions”, one that names the actions and resources that the function uses.',
    cli: 'aws lambda update-function-configuration --function-name … --role …',
    cloudformation: { Role: 'arn:aws:iam::…:role/…' },
  },
  source:
    'ListFunctions response, @aws-sdk/client-lambda; GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: {
    'mitre-atlas': ['AML.T0053'],
    'owasp-llm-2026': ['LLM03:2026'],
    'owasp-agentic-2026': ['ASI03'],
  },
  peers: {
    union: ['aws.bedrock.agent-action-lambda-overpermissive'],
    prowler: ['bedrock_agent_action_group_lambda_role_least_privilege'],
    'aws-samples': ['BR-21'],
  },
  examples: {
    pass: [
      {
        $config: NAMED,
        $related: {
          assumes: [
            roleThatMay({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::docs/*' }),
          ],
        },
      },
    ],
    fail: [
      {
        $config: NAMED,
        $related: { assumes: [roleThatMay({ Effect: 'Allow', Action: '*', Resource: '*' })] },
      },
    ],
    unknown: [{ $config: NAMED, $related: { assumes: ['unseen'] } }],
  },
});
