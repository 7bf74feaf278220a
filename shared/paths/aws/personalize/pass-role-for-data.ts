import { forData } from '../for-data.ts';

export default forData({
  service: 'personalize.amazonaws.com',
  name: 'Personalize',
  sdk: '@aws-sdk/client-personalize',
  why: 'An export writes the interactions of all users to any bucket that the role writes.',
});
