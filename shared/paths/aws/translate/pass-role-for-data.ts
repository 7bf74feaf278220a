import { forData } from '../for-data.ts';

export default forData({
  service: 'translate.amazonaws.com',
  name: 'Translate',
  sdk: '@aws-sdk/client-translate',
  why: 'A job takes documents from any bucket that the role reads and leaves them, translated, in any that the role writes.',
});
