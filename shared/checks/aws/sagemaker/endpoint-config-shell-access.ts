import { endpointConfig } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { someVariantOpensShell } from './instances.ts';

export default check(endpointConfig, {
  title: 'SageMaker endpoints give nobody a shell on their instances',
  severity: 'medium',
  fails: someVariantOpensShell,
  why: 'Whoever may start a Systems Manager session reads requests as they come in, and can change the model that answers them.',
  fix: {
    console:
      'There is no setting in the console: create a configuration without it and update the endpoint to it.',
    cli: 'aws sagemaker create-endpoint-config --endpoint-config-name … --production-variants VariantName=…,EnableSSMAccess=false,…',
    cloudformation: { ProductionVariants: [{ EnableSSMAccess: false }] },
  },
  source: 'DescribeEndpointConfig response, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0044'] },
  examples: {
    pass: [
      { ProductionVariants: [{ VariantName: 'a', EnableSSMAccess: false }] },
      { ProductionVariants: [{ VariantName: 'a' }] },
    ],
    fail: [
      { ProductionVariants: [{ VariantName: 'a' }, { VariantName: 'b', EnableSSMAccess: true }] },
      {
        ProductionVariants: [{ VariantName: 'a' }],
        ShadowProductionVariants: [{ VariantName: 'shadow', EnableSSMAccess: true }],
      },
    ],
    unknown: [{}, { ProductionVariants: [{ EnableSSMAccess: 'yes' }] }],
  },
});
