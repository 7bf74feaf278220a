import { reaching } from '../reaching.ts';
import { modelPackageGroup } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: modelPackageGroup(),
  may: [allow('sagemaker:PutModelPackageGroupPolicy')],
  unless: [allow('sagemaker:GetModelPackageGroupPolicy')],
});
