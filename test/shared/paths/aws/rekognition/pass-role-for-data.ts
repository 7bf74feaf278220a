import { passing } from '../passing.ts';

export default passing({
  service: 'rekognition.amazonaws.com',
  actions: ['rekognition:CreateStreamProcessor'],
  unless: { bounded: ['rekognition:*'] },
});
