import { reaching } from '../reaching.ts';
import { notebook, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: notebook(),
  beside: [pricingRole('sagemaker.amazonaws.com')],
  may: [
    allow('sagemaker:CreateNotebookInstanceLifecycleConfig'),
    allow(
      [
        'sagemaker:StopNotebookInstance',
        'sagemaker:UpdateNotebookInstance',
        'sagemaker:StartNotebookInstance',
      ],
      'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/pricing',
    ),
  ],
  unless: [
    allow('sagemaker:CreateNotebookInstanceLifecycleConfig'),
    allow(
      ['sagemaker:StopNotebookInstance', 'sagemaker:StartNotebookInstance'],
      'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/pricing',
    ),
  ],
});
