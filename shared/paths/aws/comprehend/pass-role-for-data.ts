import { forData } from '../for-data.ts';

export default forData({
  service: 'comprehend.amazonaws.com',
  name: 'Comprehend',
  sdk: '@aws-sdk/client-comprehend',
  why: 'A job takes documents from any bucket that the role reads and leaves what it found in any that the role writes.',
});
