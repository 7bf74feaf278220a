import { model } from '#shared/assets/aws/sagemaker.ts';
import { combination, reached, reaches, works } from '../../combination.ts';

export default combination(model, {
  title: 'No model that outsiders get at runs what they write as a role that reaches data',
  severity: 'critical',
  facts: [
    works('aws.sagemaker.replace-artefact'),
    reached('use', 'read', 'change', 'control'),
    reaches('training-data', 'knowledge-base', 'credentials-vault', 'high-privilege-role'),
  ],
  why: 'Artefacts hold code: a pickle or an inference script in the archive runs with the next instance. Whoever is outside and gets that far has all that the role has. Whether the format runs code at all is a matter of the file.',
  fix: {
    console:
      'Let only the pipeline’s role write under the prefix of the artefact, and pin the model to the object’s ETag.',
    cli: 'aws s3api put-bucket-policy --bucket … --policy file://only-the-pipeline-writes.json',
    cloudformation: { Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: 'arn:aws:s3:::…/*' },
  },
  source:
    'ContainerDefinition.ModelDataUrl, @aws-sdk/client-sagemaker; techniques aws.sagemaker.replace-artefact',
  frameworks: { 'mitre-atlas': ['AML.T0010', 'AML.T0011'] },
});
