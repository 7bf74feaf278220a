import { reaching } from '../reaching.ts';
import { IMAGE, pricingRole, repository, trainingJob } from '../rows.ts';
import { allow } from '../statements.ts';

const DIGEST = IMAGE.replace(':latest', `@sha256:${'0'.repeat(64)}`);

export default reaching({
  target: trainingJob(),
  beside: [repository(), pricingRole('sagemaker.amazonaws.com')],
  may: [allow(['ecr:PutImage', 'ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload'])],
  otherwise: [
    trainingJob({ AlgorithmSpecification: { TrainingImage: DIGEST } }),
    repository(),
    pricingRole('sagemaker.amazonaws.com'),
  ],
});
