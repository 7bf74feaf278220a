import { modelFile } from '#shared/assets/aws/model-files.ts';
import { endpoint, endpointConfig, model } from '#shared/assets/aws/sagemaker.ts';
import { sawOf } from '#shared/assets/model-file-seen.ts';
import { field } from '#shared/model/predicate.ts';
import { combination, config, reaches, relatedFrom } from '../../combination.ts';

export default combination(model, {
  title: 'No model that is deployed loads a file that runs code with a role that reaches data',
  severity: 'critical',
  facts: [
    relatedFrom(
      'loaded-by',
      modelFile,
      config(sawOf('dangerous', 'isDangerous', 'nothing that runs commands, code or network requests')),
      { noneIsUnknown: true },
    ),
    relatedFrom(
      'contains',
      endpointConfig,
      relatedFrom(
        'derived-from',
        endpoint,
        config(field('EndpointStatus').isOneOf('InService', 'Creating', 'Updating', 'SystemUpdating')),
      ),
    ),
    reaches('training-data', 'knowledge-base', 'credentials-vault', 'high-privilege-role'),
  ],
  why: 'The call in the file runs each time the endpoint starts an instance, as the role of the model, and with everything that the role reaches. It has most likely run already: the role’s sessions and what they touched are to be looked at, and not only the file.',
  fix: {
    console:
      'Take the endpoint out of service, set the file aside, look in CloudTrail for what the role’s sessions did since the file was written, and deploy the model from a file whose origin you know with a role that reads its artefact and nothing else.',
    cli: 'aws sagemaker delete-endpoint --endpoint-name …',
    cloudformation: {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::…/model.tar.gz',
    },
  },
  source:
    'What aispm read of the file (docs/model-files.md); EndpointConfig.ProductionVariants[].ModelName and Model.ExecutionRoleArn, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0010.003', 'AML.T0011.000'] },
});
