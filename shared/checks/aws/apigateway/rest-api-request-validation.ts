import { restApi } from '#shared/assets/aws/apigateway.ts';
import { check } from '#shared/model/check.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import { evidenceOf, invokesModel, methodsOf } from './methods.ts';

export default check(restApi, {
  title: 'APIs hold the requests that they hand to a model to a schema',
  severity: 'low',
  fails: judgedBy({
    sentence: 'a method leads to a model and no validator holds its body to a schema',
    reads: ['resources'],
    judge: ({ config: { resources } }) => {
      const expected = 'a requestValidatorId, and a model in requestModels that bounds lengths';
      const methods = methodsOf(resources).filter(invokesModel);
      const unbounded = methods.filter(
        ({ method }) => method['requestValidatorId'] === undefined || method['requestModels'] === undefined,
      );
      return { truth: unbounded.length > 0, evidence: evidenceOf(unbounded, methods.length, expected) };
    },
  }),
  why: 'A prompt may be as long as API Gateway lets through: each costs what you pay by the token, and leaves room for an attack.',
  fix: {
    console:
      'In API Gateway, write a model with maxLength for each text, and choose it and “Validate body” in the method’s “Method request”.',
    cli: 'aws apigateway create-request-validator --rest-api-id … --validate-request-body; aws apigateway update-method …',
    cloudformation: { RequestValidatorId: '…', RequestModels: { 'application/json': '…' } },
  },
  source: 'GetResources response with embed=methods, @aws-sdk/client-api-gateway',
  frameworks: { 'mitre-atlas': ['AML.T0034'], 'owasp-llm-2026': ['LLM10:2026'] },
  peers: { union: ['aws.apigateway.no-body-size-limit'], 'aws-samples': ['FS-68'] },
  examples: {
    pass: [
      {
        id: 'a1',
        resources: [
          {
            path: '/ask',
            resourceMethods: {
              POST: {
                requestValidatorId: 'v1',
                requestModels: { 'application/json': 'Question' },
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
              POST: { methodIntegration: { uri: 'arn:aws:apigateway:eu-west-1:bedrock-runtime:path/model' } },
            },
          },
        ],
      },
    ],
    unknown: [{ id: 'a1', resources: 'all' }],
  },
});
