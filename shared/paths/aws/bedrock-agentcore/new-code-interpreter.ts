import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { passRoleFix, passTo } from '../pass-role.ts';
import { trusts } from '../trust.ts';

const AGENTCORE = 'bedrock-agentcore.amazonaws.com';
const INTERPRETERS = anyIn('arn:aws:bedrock-agentcore:*:{account}:code-interpreter-custom/*');

export default technique(role, {
  title: 'Only who has what a role has can create a code interpreter that works as it',
  gains: 'code of one’s own that runs as the role',
  by: 'principal',
  needs: [
    passTo(AGENTCORE),
    permission('bedrock-agentcore:CreateCodeInterpreter', { on: anyIn('*') }),
    permission('bedrock-agentcore:StartCodeInterpreterSession', { on: INTERPRETERS }),
    permission('bedrock-agentcore:InvokeCodeInterpreter', { on: INTERPRETERS }),
  ],
  applies: trusts(AGENTCORE),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-PR-09', 'pathfinding bedrock-001'],
  why: 'A session runs any code it is sent, and the metadata service beside it hands out the credentials of the role.',
  fix: passRoleFix(AGENTCORE),
  source:
    'Service Authorization Reference, Amazon Bedrock AgentCore: CreateCodeInterpreter, StartCodeInterpreterSession, InvokeCodeInterpreter; pathfinding.cloud bedrock-001',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
});
