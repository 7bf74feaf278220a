import { knowledgeBase } from '#shared/assets/aws/bedrock.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(knowledgeBase, {
  title: 'Only who answers for a knowledge base can open it to other accounts',
  gains: 'answers out of the documents, for any account that one names',
  by: 'principal',
  needs: [permission('bedrock:PutResourcePolicy')],
  holds: 'read',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-24'],
  why: 'A policy on the knowledge base lets another account ask it, and stays when the access of whoever wrote it ends.',
  fix: narrowed(
    'Allow bedrock:PutResourcePolicy to the role that deploys knowledge bases alone, or deny it by a service control policy.',
    'bedrock:PutResourcePolicy',
    'arn:aws:bedrock:…:…:knowledge-base/…',
  ),
  source: 'Service Authorization Reference, Amazon Bedrock: PutResourcePolicy on knowledge-base',
  frameworks: { 'mitre-atlas': ['AML.T0036'] },
});
