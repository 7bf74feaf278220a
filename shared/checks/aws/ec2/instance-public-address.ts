import { acceleratedInstance } from '#shared/assets/aws/ec2-instances.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(acceleratedInstance, {
  title: 'Accelerated instances have no public address',
  severity: 'medium',
  fails: field('PublicIpAddress').isPresent(),
  why: 'Model servers mostly ask for no password: with one rule of a security group too many, everybody uses the model and the accelerators.',
  fix: {
    console:
      'In EC2, take the address off the network interface, and reach the instance through a load balancer or Session Manager.',
    cli: 'aws ec2 modify-network-interface-attribute --network-interface-id … --no-associate-public-ip-address',
    cloudformation: { NetworkInterfaces: [{ DeviceIndex: '0', AssociatePublicIpAddress: false }] },
  },
  source: 'Instance, @aws-sdk/client-ec2: PublicIpAddress is there if the instance has one',
  frameworks: { 'mitre-atlas': ['AML.T0049'], 'aws-security-hub': ['EC2.9'] },
  examples: {
    pass: [{ InstanceId: 'i-1' }],
    fail: [{ InstanceId: 'i-1', PublicIpAddress: '203.0.113.10' }],
  },
});
