import { reaching } from '../reaching.ts';
import { endpoint } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: endpoint(),
  may: [allow(['sagemaker:CreateEndpointConfig', 'sagemaker:UpdateEndpoint'])],
  unless: [allow(['sagemaker:CreateEndpointConfig', 'sagemaker:UpdateEndpointWeightsAndCapacities'])],
});
