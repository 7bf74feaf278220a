import { passing } from '../passing.ts';

export default passing({
  service: 'sagemaker.amazonaws.com',
  actions: [
    'sagemaker:StopNotebookInstance',
    'sagemaker:UpdateNotebookInstance',
    'sagemaker:StartNotebookInstance',
    'sagemaker:CreatePresignedNotebookInstanceUrl',
  ],
  unless: { otherRole: true },
});
