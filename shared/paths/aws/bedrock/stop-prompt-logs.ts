import { invocationLogging } from '#shared/assets/aws/bedrock.ts';
import { field } from '#shared/model/predicate.ts';
import { anyIn, oneOf, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

const ANYTHING = anyIn('*');

export default technique(invocationLogging, {
  title: 'Only the security team can stop the logging of prompts',
  gains: 'calls to models that leave no record of what was said',
  by: 'principal',
  needs: [
    oneOf(
      permission('bedrock:DeleteModelInvocationLoggingConfiguration', { on: ANYTHING }),
      permission('bedrock:PutModelInvocationLoggingConfiguration', { on: ANYTHING }),
    ),
  ],
  applies: field('loggingConfig').isPresent(),
  holds: 'change',
  severity: 'medium',
  basis: 'documented',
  reference: ['AWS-EX-19'],
  why: 'Detections and investigations read these logs; without them misuse is a line on the bill.',
  fix: narrowed(
    'Allow the two actions to the security team’s role alone, or deny them to others by a service control policy.',
    ['bedrock:PutModelInvocationLoggingConfiguration', 'bedrock:DeleteModelInvocationLoggingConfiguration'],
    '*',
  ),
  source: 'Service Authorization Reference, Amazon Bedrock: DeleteModelInvocationLoggingConfiguration',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
