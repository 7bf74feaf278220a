import { lambdaFunction } from '#shared/assets/aws/lambda.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(lambdaFunction, {
  title: 'Only who deploys a function can replace its code',
  gains: 'code of one’s own that runs as the role of the function',
  by: 'principal',
  needs: [permission('lambda:UpdateFunctionCode')],
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-13', 'pathfinding lambda-003', 'pathfinding lambda-004', 'pathfinding lambda-005'],
  why: 'The next call runs the new code, whoever makes it. Where the function is a tool of an agent, a sentence to the agent is such a call.',
  fix: narrowed(
    'Allow lambda:UpdateFunctionCode to the role that deploys the function alone, and require signed code.',
    'lambda:UpdateFunctionCode',
    'arn:aws:lambda:…:…:function:…',
  ),
  source:
    'Service Authorization Reference, AWS Lambda: UpdateFunctionCode; pathfinding.cloud lambda-003; HackTricks Cloud, Bedrock privilege escalation',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI02'] },
});
