import { reaching } from '../reaching.ts';
import { model, pricingRole, repository } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: model(),
  beside: [repository(), pricingRole('sagemaker.amazonaws.com')],
  may: [allow(['ecr:PutImage', 'ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload'])],
  otherwise: [model(), repository('IMMUTABLE'), pricingRole('sagemaker.amazonaws.com')],
});
