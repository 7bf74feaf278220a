import { restApi } from '#shared/assets/aws/apigateway.ts';
import { lambdaFunction } from '#shared/assets/aws/lambda.ts';
import { check } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { all, related } from '#shared/model/predicate.ts';
import { roleThatMay } from '../iam/examples.ts';
import { usesModels } from '../lambda/model-use.ts';
import { isPublic, letsEverybodyCall } from './open.ts';

const PUBLIC = { id: 'a1', endpointConfiguration: { types: ['REGIONAL'] } };
const policy = (...Statement: JsonObject[]): JsonObject => ({ policy: { Statement } });
const EVERYBODY = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' };
const functionThatMay = (Action: string) => ({
  $config: { FunctionName: 'ask' },
  $related: { assumes: [roleThatMay({ Effect: 'Allow', Action, Resource: '*' })] },
});
const MODEL = functionThatMay('bedrock:InvokeModel');

export default check(restApi, {
  title: 'APIs ask who calls before they hand requests to functions that use models',
  severity: 'critical',
  applies: isPublic,
  fails: all(letsEverybodyCall, related('exposes', lambdaFunction, usesModels)),
  why: 'Anybody on the internet puts questions to the model through the function, at your cost and with what its role may read.',
  fix: {
    console:
      'In API Gateway, open the method’s “Method request”, choose AWS IAM or an authorizer, and deploy the API.',
    cli: 'aws apigateway update-method --rest-api-id … --resource-id … --http-method POST --patch-operations op=replace,path=/authorizationType,value=AWS_IAM; aws apigateway create-deployment --rest-api-id … --stage-name …',
    cloudformation: { AuthorizationType: 'AWS_IAM' },
  },
  source:
    'GetResources response with embed=methods, @aws-sdk/client-api-gateway; GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: {
    'mitre-atlas': ['AML.T0040', 'AML.T0034', 'AML.T0049'],
    'owasp-llm-2026': ['LLM10:2026'],
  },
  peers: { union: ['aws.sagemaker.endpoint-unauthenticated-api'] },
  examples: {
    pass: [
      PUBLIC,
      { $config: PUBLIC, $related: { exposes: [functionThatMay('dynamodb:GetItem')] } },
      {
        $config: {
          ...PUBLIC,
          ...policy({ ...EVERYBODY, Condition: { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } } }),
        },
        $related: { exposes: [MODEL] },
      },
      {
        $config: {
          ...PUBLIC,
          ...policy(EVERYBODY, {
            ...EVERYBODY,
            Effect: 'Deny',
            Condition: { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } },
          }),
        },
        $related: { exposes: [MODEL] },
      },
    ],
    fail: [
      { $config: PUBLIC, $related: { exposes: [MODEL] } },
      { $config: { id: 'a1' }, $related: { exposes: ['unseen', MODEL] } },
      { $config: { ...PUBLIC, ...policy(EVERYBODY) }, $related: { exposes: [MODEL] } },
      {
        $config: PUBLIC,
        $related: {
          exposes: [
            {
              $config: { Environment: { Variables: { OPENAI_API_KEY: 'withheld' } } },
              $related: { assumes: ['unseen'] },
            },
          ],
        },
      },
    ],
    unknown: [
      { $config: PUBLIC, $related: { exposes: ['unseen'] } },
      { $config: PUBLIC, $related: { exposes: [{ $config: {}, $related: { assumes: ['unseen'] } }] } },
    ],
    notApplicable: [
      {
        $config: { id: 'a1', endpointConfiguration: { types: ['PRIVATE'] } },
        $related: { exposes: [MODEL] },
      },
    ],
  },
});
