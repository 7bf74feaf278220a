import { customModel } from '#shared/assets/aws/bedrock.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(customModel, {
  title: 'Only who answers for a custom model can copy it',
  gains: 'a copy of the model, in another region or account',
  by: 'principal',
  needs: [permission('bedrock:CreateModelCopyJob')],
  holds: 'read',
  severity: 'medium',
  basis: 'inferred',
  reference: ['AWS-EX-25'],
  why: 'The copy is under policies and keys of whoever made it, and outlives the original.',
  fix: narrowed(
    'Allow bedrock:CreateModelCopyJob to the role that deploys models alone.',
    'bedrock:CreateModelCopyJob',
    'arn:aws:bedrock:…:…:custom-model/…',
  ),
  source: 'Service Authorization Reference, Amazon Bedrock: CreateModelCopyJob',
  frameworks: { 'mitre-atlas': ['AML.T0048.004'] },
});
