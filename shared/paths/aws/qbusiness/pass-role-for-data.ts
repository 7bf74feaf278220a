import { forData } from '../for-data.ts';

export default forData({
  service: 'qbusiness.amazonaws.com',
  name: 'Q Business',
  sdk: '@aws-sdk/client-qbusiness',
  why: 'A data source makes whatever the role reads answerable by everybody who may use the application.',
});
