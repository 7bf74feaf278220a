import { bucket } from '#shared/assets/aws/s3.ts';
import { technique } from '../../technique.ts';
import { givesEverybody } from './access-lists.ts';

export default technique(bucket, {
  title: 'No access list lets everybody list a bucket',
  gains: 'the names of the objects, and the objects whose own access lists are the same',
  by: 'outside',
  applies: givesEverybody('READ', 'FULL_CONTROL'),
  holds: 'read',
  severity: 'medium',
  basis: 'inferred',
  reference: ['AWS-SC-09'],
  why: 'Whoever opened the list of a bucket mostly opened the lists of its objects with it: datasets and weights.',
  fix: {
    console: 'In S3, open “Permissions” of the bucket and block all public access.',
    cli: 'aws s3api put-public-access-block --bucket … --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    cloudformation: { PublicAccessBlockConfiguration: { IgnorePublicAcls: true, BlockPublicAcls: true } },
  },
  source:
    'Grant.Permission, Grant.Grantee.URI and PublicAccessBlockConfiguration.IgnorePublicAcls, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0035'] },
});
