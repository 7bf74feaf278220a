import { accountSettings } from '#shared/assets/aws/bedrock-account.ts';
import { anyIn, oneOf, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

const ANYTHING = anyIn('*');

export default technique(accountSettings, {
  title: 'Only the security team can lift the guardrails that the account enforces',
  gains: 'calls to models in the region without the enforced guardrail',
  by: 'principal',
  needs: [
    oneOf(
      permission('bedrock:PutEnforcedGuardrailConfiguration', { on: ANYTHING }),
      permission('bedrock:DeleteEnforcedGuardrailConfiguration', { on: ANYTHING }),
    ),
  ],
  holds: 'change',
  severity: 'medium',
  basis: 'documented',
  reference: ['AWS-EX-20'],
  why: 'What is enforced for everybody is one setting of the region, and one call takes it away from everybody.',
  fix: narrowed(
    'Allow the two actions to the security team’s role alone, or deny them to others by a service control policy.',
    ['bedrock:PutEnforcedGuardrailConfiguration', 'bedrock:DeleteEnforcedGuardrailConfiguration'],
    '*',
  ),
  source:
    'Service Authorization Reference, Amazon Bedrock: PutEnforcedGuardrailConfiguration, DeleteEnforcedGuardrailConfiguration',
  frameworks: { 'mitre-atlas': ['AML.T0054'] },
});
