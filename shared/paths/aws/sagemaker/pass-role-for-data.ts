import { role } from '#shared/assets/aws/iam.ts';
import { technique } from '../../technique.ts';
import { passRoleFix } from '../pass-role.ts';
import { roleTaken } from '../role-taking.ts';
import { trusts } from '../trust.ts';

const SAGEMAKER = 'sagemaker.amazonaws.com';

export default technique(role, {
  title: 'Only who may read and write what a role may can have SageMaker do it as the role',
  gains: 'SageMaker reading and writing data as the role',
  by: 'principal',
  needs: roleTaken(SAGEMAKER, 'data'),
  applies: trusts(SAGEMAKER),
  holds: 'use',
  severity: 'medium',
  basis: 'inferred',
  reference: ['AWS-PR-08'],
  why: 'Jobs take their input and leave their output where their creator says, with the role’s permissions in place of the creator’s.',
  fix: passRoleFix(SAGEMAKER),
  source:
    'The inputs with a role in @aws-sdk/client-sagemaker; Service Authorization Reference, Amazon SageMaker AI',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
