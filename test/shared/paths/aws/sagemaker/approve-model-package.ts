import { reaching } from '../reaching.ts';
import { modelPackageGroup } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: modelPackageGroup(),
  may: [
    allow('sagemaker:UpdateModelPackage', 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/pricing/*'),
  ],
  unless: [
    allow('sagemaker:UpdateModelPackage', 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/claims/*'),
  ],
});
