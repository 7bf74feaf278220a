import { passing } from '../passing.ts';

export default passing({
  service: 'sagemaker.amazonaws.com',
  actions: ['sagemaker:CreateNotebookInstance'],
  unless: { passedTo: 'lambda.amazonaws.com' },
});
