import { featureGroup } from '#shared/assets/aws/sagemaker-registry.ts';
import { field } from '#shared/model/predicate.ts';
import { permission, relatedResources, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(featureGroup, {
  title: 'Only what computes features can write them',
  gains: 'features of one’s own, on which models decide from the next request on',
  by: 'principal',
  needs: [permission('sagemaker:PutRecord')],
  applies: field('OnlineStoreConfig.EnableOnlineStore')
    .absentIs(false, 'OnlineStoreConfig.EnableOnlineStore: the online store is off unless it is true')
    .is(true),
  holds: 'change',
  meant: relatedResources('assumes'),
  severity: 'medium',
  basis: 'documented',
  reference: ['AWS-SC-07'],
  why: 'A model that scores a customer reads the customer’s features here: who writes them writes the score.',
  fix: narrowed(
    'Allow sagemaker:PutRecord on the feature group to the role that computes its features alone.',
    'sagemaker:PutRecord',
    'arn:aws:sagemaker:…:…:feature-group/…',
  ),
  source:
    'Service Authorization Reference, Amazon SageMaker AI: PutRecord; HackTricks Cloud, SageMaker feature store poisoning',
  frameworks: { 'mitre-atlas': ['AML.T0020'] },
});
