import { forData } from '../for-data.ts';

export default forData({
  service: 'lexv2.amazonaws.com',
  name: 'Lex',
  sdk: '@aws-sdk/client-lex-models-v2',
  why: 'A bot calls what its role lets it call, for whoever talks to it.',
});
