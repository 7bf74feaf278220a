import { passing } from '../passing.ts';

export default passing({
  service: 'comprehend.amazonaws.com',
  actions: ['comprehend:StartPiiEntitiesDetectionJob'],
  unless: { trusted: 'sagemaker.amazonaws.com' },
});
