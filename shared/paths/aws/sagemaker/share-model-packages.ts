import { modelPackageGroup } from '#shared/assets/aws/sagemaker-registry.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(modelPackageGroup, {
  title: 'Only who answers for a model registry can share it with other accounts',
  gains: 'the registered models for any account that one names',
  by: 'principal',
  needs: [permission('sagemaker:PutModelPackageGroupPolicy')],
  holds: 'read',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-24'],
  why: 'A policy on the group lets another account describe and deploy its models, or register its own there.',
  fix: narrowed(
    'Allow sagemaker:PutModelPackageGroupPolicy to the role that deploys the registry alone, or deny it by a service control policy.',
    'sagemaker:PutModelPackageGroupPolicy',
    'arn:aws:sagemaker:…:…:model-package-group/…',
  ),
  source:
    'Service Authorization Reference, Amazon SageMaker AI: PutModelPackageGroupPolicy; HackTricks Cloud, SageMaker persistence',
  frameworks: { 'mitre-atlas': ['AML.T0048.004'] },
});
