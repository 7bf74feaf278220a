import { endpoint, endpointConfig } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field, related } from '#shared/model/predicate.ts';
import { someVariantOpensShell } from './instances.ts';

export default check(endpoint, {
  title: 'Nobody has a shell on the instances of a SageMaker endpoint that is in service',
  severity: 'high',
  applies: field('EndpointStatus').isOneOf('InService', 'Updating', 'SystemUpdating', 'RollingBack'),
  fails: related('derived-from', endpointConfig, someVariantOpensShell),
  why: 'The endpoint answers requests now, and whoever may start a session on it can read them and change the model.',
  fix: {
    console:
      'There is no setting in the console: create a configuration without shell access and update the endpoint to it.',
    cli: 'aws sagemaker update-endpoint --endpoint-name … --endpoint-config-name …',
    cloudformation: { EndpointConfigName: 'without-shell-…' },
  },
  source:
    'Search response, Results[].Endpoint, @aws-sdk/client-sagemaker; DescribeEndpointConfig response, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0044'] },
  examples: {
    pass: [
      {
        $config: { EndpointConfigName: 'c', EndpointStatus: 'InService' },
        $related: { 'derived-from': [{ ProductionVariants: [{ EnableSSMAccess: false }] }] },
      },
    ],
    fail: [
      {
        $config: { EndpointConfigName: 'c', EndpointStatus: 'InService' },
        $related: { 'derived-from': [{ ProductionVariants: [{ EnableSSMAccess: true }] }] },
      },
    ],
    unknown: [
      {
        $config: { EndpointConfigName: 'c', EndpointStatus: 'InService' },
        $related: { 'derived-from': ['unseen'] },
      },
    ],
    notApplicable: [{ EndpointConfigName: 'c', EndpointStatus: 'Failed' }],
  },
});
