import { role } from '#shared/assets/aws/iam.ts';
import { technique } from '../../technique.ts';
import { passRoleFix } from '../pass-role.ts';
import { roleTaken } from '../role-taking.ts';
import { trusts } from '../trust.ts';

const AGENTCORE = 'bedrock-agentcore.amazonaws.com';

export default technique(role, {
  title: 'Only who has what a role has can have AgentCore run their code as it',
  gains: 'an agent or a browser of one’s own that works as the role',
  by: 'principal',
  needs: roleTaken(AGENTCORE, 'code', ['bedrock-agentcore:CreateCodeInterpreter']),
  applies: trusts(AGENTCORE),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-PR-10'],
  why: 'Runtimes, harnesses and browsers work as the role that their creator names; code in the machine reads its credentials from the metadata service.',
  fix: passRoleFix(AGENTCORE),
  source:
    'The inputs with a role in @aws-sdk/client-bedrock-agentcore-control; Service Authorization Reference, Amazon Bedrock AgentCore',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
});
