import { modelPackageGroup } from '#shared/assets/aws/sagemaker-registry.ts';
import { oneOf, permission, technique } from '../../technique.ts';
import { resourcesAt } from '../places.ts';

/** Packages are named by their group and a number; SageMaker writes names into ARNs in lower case. */
const packages = resourcesAt(
  ['ModelPackageGroupName'],
  (name, { scope: { region, account } }) =>
    `arn:aws:sagemaker:${region}:${account}:model-package/${name.toLowerCase()}/*`,
);

export default technique(modelPackageGroup, {
  title: 'Only who reviews models can approve one for deployment',
  gains: 'a model of one’s own, approved: pipelines deploy it next',
  by: 'principal',
  needs: [
    oneOf(
      permission('sagemaker:CreateModelPackage', { on: packages }),
      permission('sagemaker:UpdateModelPackage', { on: packages }),
    ),
  ],
  holds: 'change',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-SC-04'],
  why: 'Pipelines wait for the status Approved, which whoever registers a version can give it in the same call.',
  fix: {
    console:
      'Allow sagemaker:UpdateModelPackage to reviewers alone, and sagemaker:CreateModelPackage with the condition sagemaker:ModelApprovalStatus PendingManualApproval.',
    cli: 'aws iam put-role-policy --role-name … --policy-name register-pending --policy-document file://register-pending.json',
    cloudformation: {
      Effect: 'Allow',
      Action: 'sagemaker:CreateModelPackage',
      Resource: 'arn:aws:sagemaker:…:…:model-package/…',
      Condition: { StringEquals: { 'sagemaker:ModelApprovalStatus': 'PendingManualApproval' } },
    },
  },
  source:
    'Service Authorization Reference, Amazon SageMaker AI: CreateModelPackage, UpdateModelPackage; HackTricks Cloud, SageMaker post-exploitation',
  frameworks: { 'mitre-atlas': ['AML.T0010.003'] },
});
