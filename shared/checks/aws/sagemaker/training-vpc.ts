import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { trainingState } from './training-state.ts';

export default check(trainingJob, {
  title: 'SageMaker training jobs run in a VPC of yours',
  severity: 'high',
  fails: field('VpcConfig.Subnets').isEmpty(),
  why: 'Without a VPC configuration the job reads its data and calls out through a network that you neither filter nor see.',
  fix: {
    console: 'Start the next job with a VPC, subnets and security groups; a job cannot be changed.',
    cli: 'aws sagemaker create-training-job --training-job-name … --vpc-config Subnets=…,SecurityGroupIds=…',
    cloudformation: trainingState({ VpcConfig: { Subnets: ['subnet-…'], SecurityGroupIds: ['sg-…'] } }),
  },
  source: 'Search response, Results[].TrainingJob, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  peers: {
    union: ['aws.sagemaker.training-no-vpc'],
    prowler: ['sagemaker_training_jobs_vpc_settings_configured'],
    steampipe: ['sagemaker_training_job_in_vpc'],
    cnspec: ['trainingJobs vpcConfig'],
  },
  examples: {
    pass: [{ VpcConfig: { Subnets: ['subnet-0b1c2d3e'] } }],
    fail: [{}],
    unknown: [{ VpcConfig: { Subnets: 4 } }],
  },
});
