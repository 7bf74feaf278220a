import { provisionedModel } from '#shared/assets/aws/bedrock-models.ts';
import { check } from '#shared/model/check.ts';
import { all, field, none, not } from '#shared/model/predicate.ts';

export default check(provisionedModel, {
  title: 'Provisioned throughput on Bedrock is used',
  severity: 'low',
  applies: all(field('status').is('InService'), field('Invocations').isPresent()),
  fails: none('Invocations.Values', not(field('').atMost(0)), {
    absentIsEmpty: 'GetMetricData: a metric without values in the period gives none',
  }),
  why: 'Model units are paid for by the hour whether anybody calls or not; what nobody calls nobody watches, and it stays open to whoever may invoke it.',
  fix: {
    console: 'In Bedrock, under “Provisioned Throughput”, delete it once its commitment has ended.',
    cli: 'aws bedrock delete-provisioned-model-throughput --provisioned-model-id …',
    terraform: 'removed { from = aws_bedrock_provisioned_model_throughput.… }',
  },
  source:
    'ListProvisionedModelThroughputs response, @aws-sdk/client-bedrock; GetMetricData response, @aws-sdk/client-cloudwatch',
  frameworks: { 'mitre-atlas': ['AML.T0034'], 'owasp-llm-2026': ['LLM10:2026'] },
  peers: { union: ['aws.bedrock.provisioned-throughput-idle'] },
  examples: {
    pass: [{ status: 'InService', Invocations: { Id: 'm0', Values: [0, 12] } }],
    fail: [
      { status: 'InService', Invocations: { Id: 'm0', Values: [] } },
      { status: 'InService', Invocations: { Id: 'm0', Values: [0, 0] } },
    ],
    unknown: [
      {
        status: 'InService',
        Invocations: {
          $unread: {
            operation: 'cloudwatch:GetMetricData',
            outcome: 'denied',
            permission: 'cloudwatch:GetMetricData',
          },
        },
      },
      { status: 'InService', Invocations: { Values: 'many' } },
    ],
    notApplicable: [{ status: 'Creating', Invocations: { Id: 'm0', Values: [] } }],
  },
});
