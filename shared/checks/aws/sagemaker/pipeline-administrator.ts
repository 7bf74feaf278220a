import { role } from '#shared/assets/aws/iam.ts';
import { pipeline } from '#shared/assets/aws/sagemaker-platform.ts';
import { check } from '#shared/model/check.ts';
import { field, related } from '#shared/model/predicate.ts';
import { isAdministrator } from '../iam/administrator.ts';
import { roleThatMay } from '../iam/examples.ts';

const $config = { RoleArn: 'arn:aws:iam::111122223333:role/ml' };

export default check(pipeline, {
  title: 'SageMaker pipelines do not run as administrator',
  severity: 'high',
  applies: field('RoleArn').isPresent(),
  fails: related('assumes', role, isAdministrator),
  why: 'Whoever may start or change the pipeline, and whatever code its steps fetch, has the whole account.',
  fix: {
    console: 'Update the pipeline with a role that allows only the jobs and buckets of its steps.',
    cli: 'aws sagemaker update-pipeline --pipeline-name … --role-arn …',
    cloudformation: { RoleArn: 'arn:aws:iam::…:role/pipeline-…' },
  },
  source:
    'ListPipelines response, @aws-sdk/client-sagemaker; GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
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
