import { notebookInstance } from '#shared/assets/aws/sagemaker.ts';
import { permission, technique } from '../../technique.ts';

export default technique(notebookInstance, {
  title: 'Only who has what its role has can open a SageMaker notebook',
  gains: 'a shell in the notebook, as its execution role',
  by: 'principal',
  needs: [permission('sagemaker:CreatePresignedNotebookInstanceUrl')],
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-01', 'pathfinding sagemaker-004'],
  why: 'Who opens the notebook runs code as its execution role, and so has all that the role has, whatever their own permissions are.',
  fix: {
    console:
      'Allow sagemaker:CreatePresignedNotebookInstanceUrl on the notebooks of each team only, by ARN or by tag.',
    cli: 'aws iam put-role-policy --role-name … --policy-name own-notebooks --policy-document file://own-notebooks.json',
    cloudformation: {
      Effect: 'Allow',
      Action: 'sagemaker:CreatePresignedNotebookInstanceUrl',
      Resource: 'arn:aws:sagemaker:*:*:notebook-instance/team-*',
    },
  },
  source:
    'Service Authorization Reference, Amazon SageMaker AI: CreatePresignedNotebookInstanceUrl; pathfinding.cloud sagemaker-004',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
