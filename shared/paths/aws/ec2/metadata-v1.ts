import { acceleratedInstance } from '#shared/assets/aws/ec2-instances.ts';
import { all, field } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

export default technique(acceleratedInstance, {
  title: 'Who may speak to a machine cannot talk it out of the credentials of its role',
  gains: 'the credentials of the role, by a request that a server on the machine is tricked into',
  by: 'use',
  applies: all(
    field('IamInstanceProfile').isPresent(),
    field('MetadataOptions.HttpEndpoint')
      .absentIs('enabled', 'InstanceMetadataOptionsResponse.HttpEndpoint: enabled unless it is disabled')
      .is('enabled'),
    field('MetadataOptions.HttpTokens').is('optional'),
  ),
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-EX-18'],
  why: 'Version 1 of the metadata service answers a plain GET, as a server makes one that fetches what it is told.',
  fix: {
    console: 'In EC2, modify the instance metadata options and require IMDSv2.',
    cli: 'aws ec2 modify-instance-metadata-options --instance-id … --http-tokens required',
    cloudformation: { MetadataOptions: { HttpTokens: 'required' } },
  },
  source: 'InstanceMetadataOptionsResponse.HttpTokens, @aws-sdk/client-ec2',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
});
