import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { oneOf, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(guardrail, {
  title: 'Only who answers for a guardrail can loosen or delete it',
  gains: 'models and agents without the guardrail’s filters',
  by: 'principal',
  needs: [oneOf(permission('bedrock:UpdateGuardrail'), permission('bedrock:DeleteGuardrail'))],
  holds: 'change',
  severity: 'medium',
  basis: 'documented',
  reference: ['AWS-EX-20'],
  why: 'Whatever names the draft is filtered by what the draft says now. Seven policies that AWS manages let people delete guardrails.',
  fix: narrowed(
    'Allow bedrock:UpdateGuardrail and DeleteGuardrail to the role that deploys guardrails alone, and name guardrails by version.',
    ['bedrock:UpdateGuardrail', 'bedrock:DeleteGuardrail'],
    'arn:aws:bedrock:…:…:guardrail/…',
  ),
  source: 'Service Authorization Reference, Amazon Bedrock: UpdateGuardrail, DeleteGuardrail',
  frameworks: { 'mitre-atlas': ['AML.T0054'] },
});
