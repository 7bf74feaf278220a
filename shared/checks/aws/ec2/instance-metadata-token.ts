import { acceleratedInstance } from '#shared/assets/aws/ec2-instances.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(acceleratedInstance, {
  title: 'Accelerated instances give credentials only for a session token',
  severity: 'high',
  applies: field('MetadataOptions.HttpEndpoint').is('enabled'),
  fails: field('MetadataOptions.HttpTokens').isNot('required'),
  why: 'A model server that can be talked into fetching an address fetches the credentials of the instance.',
  fix: {
    console: 'In EC2, choose “Modify instance metadata options” and require IMDSv2.',
    cli: 'aws ec2 modify-instance-metadata-options --instance-id … --http-tokens required',
    cloudformation: { MetadataOptions: { HttpTokens: 'required' } },
  },
  source: 'InstanceMetadataOptionsResponse, @aws-sdk/client-ec2',
  frameworks: { 'mitre-atlas': ['AML.T0049'], 'aws-security-hub': ['EC2.8'] },
  examples: {
    pass: [{ InstanceId: 'i-1', MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens: 'required' } }],
    fail: [{ InstanceId: 'i-1', MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens: 'optional' } }],
    unknown: [{ InstanceId: 'i-1', MetadataOptions: { HttpEndpoint: 'enabled' } }],
    notApplicable: [{ InstanceId: 'i-1', MetadataOptions: { HttpEndpoint: 'disabled' } }],
  },
});
