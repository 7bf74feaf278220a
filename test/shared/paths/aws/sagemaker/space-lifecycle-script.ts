import { reaching } from '../reaching.ts';
import { space } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: space(),
  may: [allow(['sagemaker:CreateStudioLifecycleConfig', 'sagemaker:UpdateSpace'])],
  unless: [
    allow('sagemaker:CreateStudioLifecycleConfig'),
    allow('sagemaker:UpdateSpace', 'arn:aws:sagemaker:eu-west-1:111122223333:space/d-pricing/intern-*'),
  ],
});
