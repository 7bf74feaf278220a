import { processingJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { jobState } from './job-state.ts';

export default check(processingJob, {
  title: 'SageMaker processing jobs run in a VPC of yours',
  severity: 'medium',
  fails: field('NetworkConfig.VpcConfig.Subnets').isEmpty(),
  why: 'Without a VPC configuration the job reads its data and calls out through a network that you neither filter nor see.',
  fix: {
    console: 'Start the next job with a VPC, subnets and security groups; a job cannot be changed.',
    cli: 'aws sagemaker create-processing-job --processing-job-name … --network-config VpcConfig={Subnets=…,SecurityGroupIds=…} …',
    cloudformation: jobState('sagemaker:createProcessingJob.sync', {
      NetworkConfig: { VpcConfig: { Subnets: ['subnet-…'], SecurityGroupIds: ['sg-…'] } },
    }),
  },
  source: 'DescribeProcessingJob response, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  peers: { union: ['aws.sagemaker.processing-no-vpc'], cnspec: ['processingJobs vpcConfig'] },
  examples: {
    pass: [{ NetworkConfig: { VpcConfig: { Subnets: ['subnet-0b1c2d3e'] } } }],
    fail: [{}, { NetworkConfig: { EnableNetworkIsolation: true } }],
    unknown: [{ NetworkConfig: { VpcConfig: { Subnets: 4 } } }],
  },
});
