import { role } from '#shared/assets/aws/iam.ts';
import { technique } from '../../technique.ts';
import { passRoleFix } from '../pass-role.ts';
import { roleTaken } from '../role-taking.ts';
import { trusts } from '../trust.ts';

const BEDROCK = 'bedrock.amazonaws.com';

export default technique(role, {
  title: 'Only who may read and write what a role may can have Bedrock do it as the role',
  gains: 'Bedrock reading, writing and calling functions as the role',
  by: 'principal',
  needs: roleTaken(BEDROCK, 'data'),
  applies: trusts(BEDROCK),
  holds: 'use',
  severity: 'medium',
  basis: 'inferred',
  reference: ['AWS-PR-11'],
  why: 'An agent, a flow, a knowledge base or a batch job takes from and brings to wherever its creator says, with the role’s permissions in place of the creator’s.',
  fix: passRoleFix(BEDROCK),
  source:
    'The inputs with a role in @aws-sdk/client-bedrock and @aws-sdk/client-bedrock-agent; Service Authorization Reference, Amazon Bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
