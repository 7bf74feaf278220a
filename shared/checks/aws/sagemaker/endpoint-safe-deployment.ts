import { endpoint } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

export default check(endpoint, {
  title: 'SageMaker endpoints try a new model beside the old one',
  severity: 'informational',
  byDefault: 'off',
  applies: field('ProductionVariants').isPresent(),
  fails: all(
    field('ProductionVariants[1].VariantName').isAbsent(),
    field('ShadowProductionVariants').isEmpty(),
  ),
  why: 'With one variant and no shadow every request meets a new model at once, and there is nothing that answers beside it to compare it with.',
  fix: {
    console:
      'Create an endpoint configuration with a second or a shadow variant and update the endpoint to it.',
    cli: 'aws sagemaker create-endpoint-config --endpoint-config-name … --production-variants … --shadow-production-variants …',
    cloudformation: { ShadowProductionVariants: [{ VariantName: 'next', ModelName: '…' }] },
  },
  source: 'Search response, Results[].Endpoint, @aws-sdk/client-sagemaker',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.4'] },
  peers: { union: ['aws.sagemaker.no-safe-deployment'], 'aws-samples': ['SM-24'] },
  examples: {
    pass: [
      {
        EndpointStatus: 'InService',
        ProductionVariants: [{ VariantName: 'a' }, { VariantName: 'b' }],
      },
      {
        EndpointStatus: 'InService',
        ProductionVariants: [{ VariantName: 'a' }],
        ShadowProductionVariants: [{ VariantName: 'b' }],
      },
    ],
    fail: [{ EndpointStatus: 'InService', ProductionVariants: [{ VariantName: 'a' }] }],
    unknown: [
      {
        EndpointStatus: 'InService',
        ProductionVariants: [{ VariantName: 'a' }],
        ShadowProductionVariants: 'b',
      },
    ],
    notApplicable: [{ EndpointStatus: 'Creating' }],
  },
});
