import { forData } from '../for-data.ts';

export default forData({
  service: 'rekognition.amazonaws.com',
  name: 'Rekognition',
  sdk: '@aws-sdk/client-rekognition',
  why: 'A stream processor watches any video stream that the role reads and writes what it saw wherever the role writes.',
});
