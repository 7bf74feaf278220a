import { forData } from '../for-data.ts';

export default forData({
  service: 'kendra.amazonaws.com',
  name: 'Kendra',
  sdk: '@aws-sdk/client-kendra',
  why: 'A data source makes whatever the role reads answerable by everybody who may query the index.',
});
