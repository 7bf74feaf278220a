import { customModel } from '#shared/assets/aws/bedrock.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(customModel, {
  title: 'Only who answers for a custom model can share it with other accounts',
  gains: 'the model for any account that one names',
  by: 'principal',
  needs: [permission('bedrock:PutResourcePolicy')],
  holds: 'read',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-24'],
  why: 'A policy on the model lets another account copy it, and stays when the access of whoever wrote it ends.',
  fix: narrowed(
    'Allow bedrock:PutResourcePolicy to the role that deploys models alone, or deny it by a service control policy.',
    'bedrock:PutResourcePolicy',
    'arn:aws:bedrock:…:…:custom-model/…',
  ),
  source: 'Service Authorization Reference, Amazon Bedrock: PutResourcePolicy on custom-model',
  frameworks: { 'mitre-atlas': ['AML.T0048.004'] },
});
