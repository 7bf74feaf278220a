import { modelPackage } from '#shared/assets/aws/sagemaker-registry.ts';
import { check } from '#shared/model/check.ts';
import { field, judgedBy } from '#shared/model/predicate.ts';
import { whoApproved } from './approvals.ts';

export default check(modelPackage, {
  title: 'The latest SageMaker model package was approved by somebody other than its maker',
  severity: 'medium',
  applies: field('ModelApprovalStatus').isPresent(),
  fails: judgedBy({
    sentence: 'the package is approved, and only whoever made it ever touched it',
    reads: ['ModelApprovalStatus', 'CreationTime', 'LastModifiedTime', 'CreatedBy', 'LastModifiedBy'],
    judge: ({ config }) => whoApproved(config),
  }),
  why: 'Whoever can make the pipeline run, or change what it trains on, brings a model into production that nobody has looked at.',
  fix: {
    console:
      'Let the pipeline register models as “Pending manual approval”, and somebody else approve them in SageMaker Studio.',
    cli: 'aws sagemaker update-model-package --model-package-arn … --model-approval-status PendingManualApproval',
    cloudformation: { ModelApprovalStatus: 'PendingManualApproval' },
  },
  source: 'Search response, Results[].ModelPackage, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0018'] },
  peers: {
    union: ['aws.sagemaker.model-package-auto-approved'],
    prowler: ['sagemaker_model_package_manual_approval_required'],
    'aws-samples': ['SM-22'],
  },
  examples: {
    pass: [
      { ModelApprovalStatus: 'PendingManualApproval', CreationTime: '2026-11-20T08:00:00.000Z' },
      { ModelApprovalStatus: 'Rejected', CreationTime: '2026-11-20T08:00:00.000Z' },
      {
        ModelApprovalStatus: 'Approved',
        CreationTime: '2026-11-20T08:00:00.000Z',
        LastModifiedTime: '2026-11-21T08:00:00.000Z',
        CreatedBy: { IamIdentity: { Arn: 'arn:aws:sts::111122223333:assumed-role/pipeline/run' } },
        LastModifiedBy: { IamIdentity: { Arn: 'arn:aws:sts::111122223333:assumed-role/reviewer/ada' } },
      },
    ],
    fail: [
      { ModelApprovalStatus: 'Approved', CreationTime: '2026-11-20T08:00:00.000Z' },
      {
        ModelApprovalStatus: 'Approved',
        CreationTime: '2026-11-20T08:00:00.000Z',
        LastModifiedTime: '2026-11-21T08:00:00.000Z',
        CreatedBy: { UserProfileArn: 'arn:aws:sagemaker:eu-west-1:111122223333:user-profile/d-1/ada' },
        LastModifiedBy: { UserProfileArn: 'arn:aws:sagemaker:eu-west-1:111122223333:user-profile/d-1/ada' },
      },
    ],
    unknown: [
      { ModelApprovalStatus: 'Waved through' },
      {
        ModelApprovalStatus: 'Approved',
        CreationTime: '2026-11-20T08:00:00.000Z',
        LastModifiedTime: '2026-11-21T08:00:00.000Z',
      },
    ],
    notApplicable: [{ CreationTime: '2026-11-20T08:00:00.000Z' }],
  },
});
