import { domain } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(domain, {
  title: 'SageMaker domains reach the network only through a VPC of yours',
  severity: 'high',
  fails: field('AppNetworkAccessType')
    .absentIs('PublicInternetOnly', 'CreateDomain: the default value is PublicInternetOnly')
    .is('PublicInternetOnly'),
  why: 'Every application of every user of the domain has a way to the internet that your network does not see.',
  fix: {
    console:
      'Edit the domain, and under “Network” choose “VPC only”, with subnets that have the endpoints that Studio needs.',
    cli: 'aws sagemaker update-domain --domain-id … --app-network-access-type VpcOnly',
    cloudformation: { AppNetworkAccessType: 'VpcOnly' },
  },
  source: 'DescribeDomain response, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  peers: {
    union: ['aws.sagemaker.domain-not-vpc-only'],
    'aws-samples': ['SM-27'],
    cnspec: ['sagemaker-domain-vpc-only'],
  },
  examples: {
    pass: [{ AppNetworkAccessType: 'VpcOnly' }],
    fail: [{ AppNetworkAccessType: 'PublicInternetOnly' }, {}],
    unknown: [{ AppNetworkAccessType: 'Mesh' }],
  },
});
