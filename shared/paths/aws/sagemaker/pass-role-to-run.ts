import { role } from '#shared/assets/aws/iam.ts';
import { technique } from '../../technique.ts';
import { passRoleFix } from '../pass-role.ts';
import { roleTaken } from '../role-taking.ts';
import { trusts } from '../trust.ts';

const SAGEMAKER = 'sagemaker.amazonaws.com';

/** Each of these is a technique of its own. */
const OWN = [
  'sagemaker:CreateNotebookInstance',
  'sagemaker:UpdateNotebookInstance',
  'sagemaker:CreateTrainingJob',
  'sagemaker:CreateProcessingJob',
  'sagemaker:CreateHyperParameterTuningJob',
  'sagemaker:UpdateUserProfile',
  'sagemaker:UpdateDomain',
];

export default technique(role, {
  title: 'Only who has what a role has can have SageMaker run their code as it',
  gains: 'code or a container of one’s own that runs as the role',
  by: 'principal',
  needs: roleTaken(SAGEMAKER, 'code', OWN),
  applies: trusts(SAGEMAKER),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-PR-08'],
  why: 'Pipelines, clusters, models, monitors, algorithms and profiles all run what their creator brings as the role that they name: a policy that forbids notebooks and jobs leaves them.',
  fix: passRoleFix(SAGEMAKER),
  source:
    'The inputs with a role in @aws-sdk/client-sagemaker; Service Authorization Reference, Amazon SageMaker AI',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
