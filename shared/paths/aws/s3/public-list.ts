import { bucket } from '#shared/assets/aws/s3.ts';
import { all, field, not, some } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

const ABSENT = 'PublicAccessBlockConfiguration: what is not set blocks nothing';

export default technique(bucket, {
  title: 'No access list opens a bucket to everybody',
  gains: 'the objects of the bucket',
  by: 'outside',
  applies: all(
    some(
      'Grants',
      all(
        field('Grantee.URI')
          .absentIs('', 'Grantee.URI: of groups alone')
          .matches(/\/(?:AllUsers|AuthenticatedUsers)$/),
        field('Permission').isOneOf('READ', 'FULL_CONTROL'),
      ),
      { absentIsEmpty: 'the connector leaves it out where ownership makes access lists void' },
    ),
    not(field('PublicAccessBlockConfiguration.IgnorePublicAcls').absentIs(false, ABSENT).is(true)),
    not(field('AccountPublicAccessBlockConfiguration.IgnorePublicAcls').absentIs(false, ABSENT).is(true)),
  ),
  holds: 'read',
  severity: 'high',
  basis: 'vendor',
  reference: ['AWS-SC-09'],
  why: 'Datasets and weights in the bucket can be listed by anybody, and read where their own lists are the same.',
  fix: {
    console: 'In S3, open “Permissions” of the bucket and block all public access.',
    cli: 'aws s3api put-public-access-block --bucket … --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    cloudformation: { PublicAccessBlockConfiguration: { IgnorePublicAcls: true, BlockPublicAcls: true } },
  },
  source: 'Grant.Grantee.URI and PublicAccessBlockConfiguration.IgnorePublicAcls, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0035'] },
});
