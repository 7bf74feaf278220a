import { acceleratedCluster } from '#shared/assets/aws/eks.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field } from '#shared/model/predicate.ts';

const cidrs = field('resourcesVpcConfig.publicAccessCidrs').absentIs(
  ['0.0.0.0/0'],
  'VpcConfigResponse: the default value is 0.0.0.0/0',
);

export default check(acceleratedCluster, {
  title: 'EKS clusters with accelerators are not managed from the whole internet',
  severity: 'high',
  fails: all(
    field('resourcesVpcConfig.endpointPublicAccess').is(true),
    any(cidrs.includes('0.0.0.0/0'), cidrs.includes('::/0')),
  ),
  why: 'A stolen token or a hole in the API server is enough from anywhere: whoever gets in takes models and prompts out of the pods, and the accelerators for their own work.',
  fix: {
    console:
      'In EKS, open the cluster’s “Networking”, choose “Manage endpoint access”, and make it private or name the networks that may reach it.',
    cli: 'aws eks update-cluster-config --name … --resources-vpc-config endpointPublicAccess=false,endpointPrivateAccess=true',
    cloudformation: {
      ResourcesVpcConfig: { EndpointPublicAccess: false, EndpointPrivateAccess: true },
    },
  },
  source: 'DescribeCluster response, @aws-sdk/client-eks',
  frameworks: { 'mitre-atlas': ['AML.T0049'], 'aws-security-hub': ['EKS.1'] },
  examples: {
    pass: [
      { resourcesVpcConfig: { endpointPublicAccess: false, publicAccessCidrs: ['0.0.0.0/0'] } },
      { resourcesVpcConfig: { endpointPublicAccess: true, publicAccessCidrs: ['192.0.2.0/24'] } },
    ],
    fail: [
      { resourcesVpcConfig: { endpointPublicAccess: true, publicAccessCidrs: ['0.0.0.0/0'] } },
      { resourcesVpcConfig: { endpointPublicAccess: true, publicAccessCidrs: ['192.0.2.0/24', '::/0'] } },
      { resourcesVpcConfig: { endpointPublicAccess: true } },
    ],
    unknown: [{}, { resourcesVpcConfig: { endpointPublicAccess: 'yes' } }],
  },
});
