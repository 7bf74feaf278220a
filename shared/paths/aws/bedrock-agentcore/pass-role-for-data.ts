import { role } from '#shared/assets/aws/iam.ts';
import { technique } from '../../technique.ts';
import { passRoleFix } from '../pass-role.ts';
import { roleTaken } from '../role-taking.ts';
import { trusts } from '../trust.ts';

const AGENTCORE = 'bedrock-agentcore.amazonaws.com';

export default technique(role, {
  title: 'Only who may reach what a role reaches can have AgentCore reach it as the role',
  gains: 'a gateway, memory or evaluation that reads, calls and writes as the role',
  by: 'principal',
  needs: roleTaken(AGENTCORE, 'data'),
  applies: trusts(AGENTCORE),
  holds: 'use',
  severity: 'medium',
  basis: 'inferred',
  reference: ['AWS-PR-10'],
  why: 'A gateway calls functions and APIs with its role, whoever asks; its creator chooses both the role and who may ask.',
  fix: passRoleFix(AGENTCORE),
  source:
    'The inputs with a role in @aws-sdk/client-bedrock-agentcore-control; Service Authorization Reference, Amazon Bedrock AgentCore',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
});
