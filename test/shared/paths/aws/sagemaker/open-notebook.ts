import type { TechniqueExamples } from '../../estate.ts';
import { allow, role, roleArn, user, userArn } from '../statements.ts';

const notebook = 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/pricing';

const estate = (who: ReturnType<typeof user>) => [
  who,
  role('pricing-notebook', 'sagemaker.amazonaws.com', allow('s3:GetObject', 'arn:aws:s3:::claims/*')),
  {
    type: 'aws.sagemaker.notebook-instance',
    id: notebook,
    config: {
      NotebookInstanceArn: notebook,
      NotebookInstanceName: 'pricing',
      NotebookInstanceStatus: 'InService',
      RoleArn: roleArn('pricing-notebook'),
    },
  },
];

export default {
  target: notebook,
  by: userArn('intern'),
  path: estate(user('intern', allow('sagemaker:CreatePresignedNotebookInstanceUrl', notebook))),
  nearMiss: estate(
    user('intern', allow('sagemaker:CreatePresignedNotebookInstanceUrl', `${notebook}-staging`)),
  ),
} satisfies TechniqueExamples;
