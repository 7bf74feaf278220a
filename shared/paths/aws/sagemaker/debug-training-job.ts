import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { field } from '#shared/model/predicate.ts';
import { anyIn, permission, technique } from '../../technique.ts';

export default technique(trainingJob, {
  title: 'Only who has what its role has can debug a running training job',
  gains: 'a shell in the training container, as the role of the job',
  by: 'principal',
  needs: [
    permission('sagemaker:UpdateTrainingJob'),
    permission('ssm:StartSession', { on: anyIn('arn:aws:ssm:*:{account}:*') }),
  ],
  applies: field('TrainingJobStatus').is('InProgress'),
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-EX-08'],
  why: 'Remote debugging can be switched on while the job runs: the data, the weights and the credentials of the role are all in the container.',
  fix: {
    console:
      'Deny sagemaker:UpdateTrainingJob with the condition sagemaker:EnableRemoteDebug true, save to those who debug training.',
    cli: 'aws iam put-role-policy --role-name … --policy-name no-remote-debug --policy-document file://no-remote-debug.json',
    cloudformation: {
      Effect: 'Deny',
      Action: ['sagemaker:CreateTrainingJob', 'sagemaker:UpdateTrainingJob'],
      Resource: '*',
      Condition: { Bool: { 'sagemaker:EnableRemoteDebug': 'true' } },
    },
  },
  source:
    'UpdateTrainingJobRequest.RemoteDebugConfig, @aws-sdk/client-sagemaker; Service Authorization Reference, condition key sagemaker:EnableRemoteDebug',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
