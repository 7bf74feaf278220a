import { model } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { NOT_ISOLATED } from './sources.ts';

export default check(model, {
  title: 'SageMaker models are isolated from the network',
  severity: 'high',
  fails: field('EnableNetworkIsolation').absentIs(false, NOT_ISOLATED).is(false),
  why: 'Code in a model file or its container can call out: send the requests that it is given elsewhere, or fetch more code.',
  fix: {
    console: 'Recreate the model with “Enable network isolation”, and the endpoints that use it.',
    cli: 'aws sagemaker create-model --model-name … --enable-network-isolation …',
    cloudformation: { EnableNetworkIsolation: true },
  },
  source: 'Search response, Results[].Model.Model, @aws-sdk/client-sagemaker',
  frameworks: { 'aws-security-hub': ['SageMaker.5'], 'mitre-atlas': ['AML.T0025'] },
  peers: {
    union: ['aws.sagemaker.model-no-network-isolation'],
    prowler: ['sagemaker_models_network_isolation_enabled'],
    checkov: ['CKV_AWS_370'],
    steampipe: ['sagemaker_model_network_isolation_enabled'],
    'aws-security-hub': ['SageMaker.5'],
    'aws-samples': ['SM-11'],
    cnspec: ['sagemaker models enableNetworkIsolation'],
  },
  examples: {
    pass: [{ EnableNetworkIsolation: true }],
    fail: [{ EnableNetworkIsolation: false }, {}],
    unknown: [{ EnableNetworkIsolation: 'true' }],
  },
});
