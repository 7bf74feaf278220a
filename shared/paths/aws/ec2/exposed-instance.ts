import { acceleratedInstance } from '#shared/assets/aws/ec2-instances.ts';
import { all, field } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

export default technique(acceleratedInstance, {
  title: 'No machine with a role has an address on the internet',
  gains: 'requests to whatever listens on the machine, where its security groups let them through',
  by: 'outside',
  applies: all(field('PublicIpAddress').isPresent(), field('IamInstanceProfile').isPresent()),
  holds: 'use',
  severity: 'medium',
  basis: 'inferred',
  reference: ['AWS-EX-18'],
  why: 'Notebooks, inference servers and dashboards listen on all addresses more often than is meant, and a fault in one is the role of the machine.',
  fix: {
    console: 'Put the machine into a subnet without public addresses, behind a load balancer or a bastion.',
    cli: 'aws ec2 modify-subnet-attribute --subnet-id … --no-map-public-ip-on-launch',
    cloudformation: { MapPublicIpOnLaunch: false },
  },
  source: 'Instance.PublicIpAddress and Instance.IamInstanceProfile, @aws-sdk/client-ec2',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
});
