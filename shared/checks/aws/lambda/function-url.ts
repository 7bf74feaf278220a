import { lambdaFunction } from '#shared/assets/aws/lambda.ts';
import { check } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { all, field } from '#shared/model/predicate.ts';
import { roleThatMay, roleWith } from '../iam/examples.ts';
import { allows, type Statement } from '../policies.ts';
import { letsOutsidersIn } from '../resource-policy.ts';
import { usesModels } from './model-use.ts';

/** A statement for URLs that ask for a signature does not open one that asks for none. */
const opensUrl = (statement: Statement): boolean => {
  const types = Object.values(statement.condition).flatMap(
    (keys) => keys['lambda:functionurlauthtype'] ?? [],
  );
  return (
    allows(statement, 'lambda:InvokeFunctionUrl') &&
    (types.length === 0 || types.some((type) => type.toUpperCase() === 'NONE'))
  );
};

const policy = (AuthType: string, more: JsonObject = {}): JsonObject => ({
  Statement: [
    {
      Effect: 'Allow',
      Principal: '*',
      Action: 'lambda:InvokeFunctionUrl',
      Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:ask',
      Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': AuthType }, ...more },
    },
  ],
});
const OPEN = { FunctionUrlConfig: { AuthType: 'NONE' }, Policy: policy('NONE') };
const INVOKES = roleThatMay({ Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: '*' });
const READS = roleThatMay({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' });
const SPEAKS = { Environment: { Variables: { BEDROCK_MODEL_ID: 'withheld' } } };

export default check(lambdaFunction, {
  title: 'Functions that use models ask who calls their URL',
  severity: 'critical',
  applies: all(field('FunctionUrlConfig').isPresent(), usesModels),
  fails: all(
    field('FunctionUrlConfig.AuthType').is('NONE'),
    letsOutsidersIn('Policy', {
      where: opensUrl,
      none: 'GetPolicy: without a policy nobody may call a URL of the type NONE',
    }),
  ),
  why: 'Anybody on the internet who learns the URL puts questions to the model at your cost, reads what it may read, and has its tools used, with the role of the function.',
  fix: {
    console:
      'In Lambda, open “Configuration”, “Function URL”, choose the auth type AWS_IAM, and remove the statement for everybody under “Permissions”.',
    cli: 'aws lambda update-function-url-config --function-name … --auth-type AWS_IAM; aws lambda remove-permission --function-name … --statement-id FunctionURLAllowPublicAccess',
    cloudformation: { Type: 'AWS::Lambda::Url', Properties: { AuthType: 'AWS_IAM' } },
  },
  source: 'GetFunctionUrlConfig and GetPolicy responses, @aws-sdk/client-lambda',
  frameworks: {
    'mitre-atlas': ['AML.T0040', 'AML.T0034', 'AML.T0049'],
    'owasp-llm-2026': ['LLM10:2026'],
    'owasp-agentic-2026': ['ASI03'],
  },
  peers: { union: ['aws.sagemaker.endpoint-unauthenticated-api'] },
  examples: {
    pass: [
      {
        $config: { FunctionUrlConfig: { AuthType: 'AWS_IAM' }, Policy: policy('AWS_IAM') },
        $related: { assumes: [INVOKES] },
      },
      { $config: { FunctionUrlConfig: { AuthType: 'NONE' } }, $related: { assumes: [INVOKES] } },
      { ...SPEAKS, FunctionUrlConfig: { AuthType: 'NONE' }, Policy: policy('AWS_IAM') },
      {
        ...SPEAKS,
        FunctionUrlConfig: { AuthType: 'NONE' },
        Policy: policy('NONE', { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } }),
      },
    ],
    fail: [
      { $config: OPEN, $related: { assumes: [INVOKES] } },
      { $config: { ...OPEN, ...SPEAKS }, $related: { assumes: ['unseen'] } },
      {
        $config: {
          FunctionUrlConfig: { AuthType: 'NONE' },
          Policy: {
            Statement: [
              { Effect: 'Allow', Principal: { Service: 'bedrock.amazonaws.com' }, Action: 'lambda:*' },
              { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'lambda:*' },
            ],
          },
        },
        $related: { assumes: [READS] },
      },
    ],
    unknown: [
      { $config: OPEN, $related: { assumes: ['unseen'] } },
      { $config: OPEN, $related: { assumes: [roleWith('managed')] } },
      { ...SPEAKS, FunctionUrlConfig: { AuthType: 'NONE' }, Policy: 'none' },
      { ...SPEAKS, FunctionUrlConfig: { AuthType: 'PASSWORD' }, Policy: policy('NONE') },
    ],
    notApplicable: [SPEAKS, { $config: OPEN, $related: { assumes: [READS] } }],
  },
});
