import { open } from '../reaching.ts';

const written = (Permission: string) => ({
  type: 'aws.s3.bucket',
  id: 'arn:aws:s3:::pricing-data',
  config: {
    Name: 'pricing-data',
    Grants: [
      {
        Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' },
        Permission,
      },
    ],
    PublicAccessBlockConfiguration: { IgnorePublicAcls: false },
  },
});

export default open(written('WRITE'), written('READ_ACP'));
