import { bucket } from '#shared/assets/aws/s3.ts';
import { technique } from '../../technique.ts';
import { givesEverybody } from './access-lists.ts';

export default technique(bucket, {
  title: 'No access list lets everybody write to a bucket',
  gains: 'objects of one’s own in the bucket, in place of others or beside them',
  by: 'outside',
  applies: givesEverybody('WRITE', 'FULL_CONTROL'),
  holds: 'change',
  severity: 'critical',
  basis: 'vendor',
  reference: ['AWS-SC-01', 'AWS-SC-10'],
  why: 'Whatever trains on the bucket, retrieves from it or loads models out of it takes what anybody put there.',
  fix: {
    console: 'In S3, open “Permissions” of the bucket and block all public access.',
    cli: 'aws s3api put-public-access-block --bucket … --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    cloudformation: { PublicAccessBlockConfiguration: { IgnorePublicAcls: true, BlockPublicAcls: true } },
  },
  source:
    'Grant.Permission, Grant.Grantee.URI and PublicAccessBlockConfiguration.IgnorePublicAcls, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0020'] },
});
