import { open } from '../reaching.ts';

const listed = (IgnorePublicAcls: boolean) => ({
  type: 'aws.s3.bucket',
  id: 'arn:aws:s3:::pricing-data',
  config: {
    Name: 'pricing-data',
    Grants: [
      {
        Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' },
        Permission: 'READ',
      },
    ],
    PublicAccessBlockConfiguration: { IgnorePublicAcls },
  },
});

export default open(listed(false), listed(true));
