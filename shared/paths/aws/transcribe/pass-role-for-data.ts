import { forData } from '../for-data.ts';

export default forData({
  service: 'transcribe.amazonaws.com',
  name: 'Transcribe',
  sdk: '@aws-sdk/client-transcribe',
  why: 'A job takes recordings from any bucket that the role reads and gives the transcript to whoever started it.',
});
