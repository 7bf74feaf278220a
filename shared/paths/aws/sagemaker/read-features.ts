import { featureGroup } from '#shared/assets/aws/sagemaker-registry.ts';
import { field } from '#shared/model/predicate.ts';
import { oneOf, permission, relatedResources, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(featureGroup, {
  title: 'Only what scores with them can read online features',
  gains: 'the features of whoever’s record one names',
  by: 'principal',
  needs: [oneOf(permission('sagemaker:GetRecord'), permission('sagemaker:BatchGetRecord'))],
  applies: field('OnlineStoreConfig.EnableOnlineStore')
    .absentIs(false, 'OnlineStoreConfig.EnableOnlineStore: the online store is off unless it is true')
    .is(true),
  holds: 'read',
  meant: relatedResources('assumes'),
  severity: 'medium',
  basis: 'documented',
  reference: ['AWS-SC-07'],
  why: 'Features are what is known of each customer, in one place and by key.',
  fix: narrowed(
    'Allow sagemaker:GetRecord on the feature group to the role of the model alone.',
    'sagemaker:GetRecord',
    'arn:aws:sagemaker:…:…:feature-group/…',
  ),
  source:
    'Service Authorization Reference, Amazon SageMaker AI: GetRecord, BatchGetRecord; HackTricks Cloud, SageMaker feature store poisoning',
  frameworks: { 'mitre-atlas': ['AML.T0036'] },
});
