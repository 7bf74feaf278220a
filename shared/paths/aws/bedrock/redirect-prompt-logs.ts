import { invocationLogging } from '#shared/assets/aws/bedrock.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(invocationLogging, {
  title: 'Only the security team can say where the prompts of the account are logged',
  gains: 'every prompt and answer of the region, in a bucket of one’s own',
  by: 'principal',
  needs: [permission('bedrock:PutModelInvocationLoggingConfiguration', { on: anyIn('*') })],
  holds: 'read',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-19'],
  why: 'One call sends what everybody in the region says to models to another bucket, and away from the one that is watched.',
  fix: narrowed(
    'Allow bedrock:PutModelInvocationLoggingConfiguration to the security team’s role alone, or deny it to others by a service control policy.',
    'bedrock:PutModelInvocationLoggingConfiguration',
    '*',
  ),
  source: 'Service Authorization Reference, Amazon Bedrock: PutModelInvocationLoggingConfiguration',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
});
