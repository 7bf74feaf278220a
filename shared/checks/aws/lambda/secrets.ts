import { lambdaFunction } from '#shared/assets/aws/lambda.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';

export default check(lambdaFunction, {
  title: 'Lambda functions of AI workloads hold no secrets in environment variables',
  severity: 'high',
  fails: some('Environment.Variables', field('').matches(/^withheld: /), {
    absentIsEmpty: 'FunctionConfiguration: Environment is left out where there are no variables',
  }),
  why: 'Environment variables are plain text to everybody who may read the function, and to code that a prompt leads astray.',
  fix: {
    console:
      'Put the secret into Secrets Manager, let the function’s role read it, remove the variable, and rotate the secret.',
    cli: 'aws secretsmanager create-secret --name … --secret-string …; aws lambda update-function-configuration --function-name … --environment …',
    cloudformation: { Environment: { Variables: { TOKEN_SECRET_ARN: 'arn:aws:secretsmanager:…' } } },
  },
  source: 'ListFunctions response, @aws-sdk/client-lambda; values are withheld when read',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.lambda.secrets-in-env'], prowler: ['awslambda_function_no_secrets_in_variables'] },
  examples: {
    pass: [{ Environment: { Variables: { STAGE: 'withheld' } } }],
    fail: [{ Environment: { Variables: { DB_PASSWORD: 'withheld: named-like-a-secret' } } }],
    unknown: [{ Environment: { Variables: 'none' } }],
  },
});
