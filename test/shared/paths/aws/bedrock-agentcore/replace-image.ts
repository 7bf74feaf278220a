import { reaching } from '../reaching.ts';
import { pricingRole, repository, runtime } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: runtime(),
  beside: [repository(), pricingRole('bedrock-agentcore.amazonaws.com')],
  may: [allow(['ecr:PutImage', 'ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload'])],
  otherwise: [runtime(), repository('IMMUTABLE'), pricingRole('bedrock-agentcore.amazonaws.com')],
});
