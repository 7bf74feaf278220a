import { role } from '#shared/assets/aws/iam.ts';
import { mlflowApp } from '#shared/assets/aws/sagemaker-platform.ts';
import { check } from '#shared/model/check.ts';
import { field, related } from '#shared/model/predicate.ts';
import { isAdministrator } from '../iam/administrator.ts';
import { roleThatMay } from '../iam/examples.ts';

const $config = { RoleArn: 'arn:aws:iam::111122223333:role/ml' };

export default check(mlflowApp, {
  title: 'MLflow Apps in SageMaker do not run as administrator',
  severity: 'high',
  applies: field('RoleArn').isPresent(),
  fails: related('assumes', role, isAdministrator),
  why: 'The application answers everybody who may open it, with the rights of its role: with this one, a fault in MLflow is a fault of the whole account.',
  fix: {
    console:
      'Create the application again with a role that allows only the artefact bucket and the model registry.',
    cli: 'aws sagemaker create-mlflow-app --name … --role-arn … --artifact-store-uri …',
    cloudformation: { RoleArn: 'arn:aws:iam::…:role/mlflow-…' },
  },
  source:
    'DescribeMlflowApp response, @aws-sdk/client-sagemaker; GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
  peers: { union: ['aws.sagemaker.mlflow-server-exposed'] },
  examples: {
    pass: [
      {
        $config,
        $related: {
          assumes: [
            roleThatMay({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::models/*' }),
          ],
        },
      },
    ],
    fail: [
      { $config, $related: { assumes: [roleThatMay({ Effect: 'Allow', Action: '*', Resource: '*' })] } },
    ],
    unknown: [{ $config, $related: { assumes: ['unseen'] } }],
    notApplicable: [{}],
  },
});
