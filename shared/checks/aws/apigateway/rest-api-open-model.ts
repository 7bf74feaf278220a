import { restApi } from '#shared/assets/aws/apigateway.ts';
import { check } from '#shared/model/check.ts';
import { all, judgedBy } from '#shared/model/predicate.ts';
import { evidenceOf, invokesModel, methodsOf } from './methods.ts';
import { isPublic, letsEverybodyCall } from './open.ts';

const hasOpenMethod = judgedBy({
  sentence: 'a method without authorisation leads to Bedrock or to a SageMaker endpoint',
  reads: ['resources'],
  judge: ({ config: { resources } }) => {
    const expected = 'an authorizationType other than NONE';
    const methods = methodsOf(resources).filter(invokesModel);
    const open = methods.filter(({ method }) => method['authorizationType'] === 'NONE');
    return { truth: open.length > 0, evidence: evidenceOf(open, methods.length, expected) };
  },
});

export default check(restApi, {
  title: 'APIs ask who calls before they hand requests to a model',
  severity: 'critical',
  applies: isPublic,
  fails: all(letsEverybodyCall, hasOpenMethod),
  why: 'Anybody on the internet can put questions to the model at your cost, and try until it says what it should not.',
  fix: {
    console: 'In API Gateway, open the method’s “Method request” and choose AWS IAM or an authorizer.',
    cli: 'aws apigateway update-method --rest-api-id … --resource-id … --http-method POST --patch-operations op=replace,path=/authorizationType,value=AWS_IAM',
    cloudformation: { AuthorizationType: 'AWS_IAM' },
  },
  source: 'GetResources response with embed=methods, @aws-sdk/client-api-gateway',
  frameworks: { 'mitre-atlas': ['AML.T0040', 'AML.T0034'], 'owasp-llm-2026': ['LLM10:2026'] },
  peers: { union: ['aws.sagemaker.endpoint-unauthenticated-api'] },
  examples: {
    pass: [
      {
        id: 'a1',
        resources: [
          {
            path: '/ask',
            resourceMethods: {
              POST: {
                authorizationType: 'AWS_IAM',
                methodIntegration: { uri: 'arn:aws:apigateway:eu-west-1:bedrock-runtime:path/model' },
              },
            },
          },
        ],
      },
    ],
    fail: [
      {
        id: 'a1',
        resources: [
          {
            path: '/ask',
            resourceMethods: {
              POST: {
                authorizationType: 'NONE',
                methodIntegration: {
                  uri: 'arn:aws:apigateway:eu-west-1:runtime.sagemaker:path//endpoints/churn/invocations',
                },
              },
            },
          },
        ],
      },
    ],
    unknown: [
      {
        id: 'a1',
        resources: {
          $unread: { operation: 'apigateway:GetResources', outcome: 'denied', permission: 'apigateway:GET' },
        },
      },
    ],
    notApplicable: [{ id: 'a1', endpointConfiguration: { types: ['PRIVATE'] } }],
  },
});
