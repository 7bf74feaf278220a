import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'Regions with a model registry have an approved model package',
  severity: 'informational',
  byDefault: 'off',
  applies: field('modelPackageGroups').atLeast(1),
  fails: field('modelPackagesApproved').is(0),
  why: 'A registry in which nothing is approved is not what decides about deployment.',
  fix: {
    console: 'In SageMaker, open the model group, review a version and approve it.',
    cli: 'aws sagemaker update-model-package --model-package-arn … --model-approval-status Approved',
    cloudformation: { ModelApprovalStatus: 'Approved' },
  },
  source: 'counts of what the lists of the region gave',
  frameworks: { 'iso-42001': ['A.6.2.4'] },
  peers: {
    union: ['aws.sagemaker.registry-no-approved-package'],
    prowler: ['sagemaker_models_registry_in_use'],
    'aws-samples': ['SM-08'],
  },
  examples: {
    pass: [{ region: 'eu-west-1', modelPackageGroups: 1, modelPackagesApproved: 1 }],
    fail: [{ region: 'eu-west-1', modelPackageGroups: 1, modelPackagesApproved: 0 }],
    unknown: [
      {
        region: 'eu-west-1',
        modelPackageGroups: 1,
        modelPackagesApproved: { $unread: { operation: 'x:List', outcome: 'denied', permission: 'x:List' } },
      },
    ],
    notApplicable: [{ region: 'eu-west-1', modelPackageGroups: 0, modelPackagesApproved: 0 }],
  },
});
