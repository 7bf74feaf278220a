import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { passRoleFix, passTo } from '../pass-role.ts';
import { trusts } from '../trust.ts';

const SAGEMAKER = 'sagemaker.amazonaws.com';

export default technique(role, {
  title: 'Only who has what a role has can train as it',
  gains: 'a container of one’s own that runs as the role',
  by: 'principal',
  needs: [
    passTo(SAGEMAKER),
    permission('sagemaker:CreateTrainingJob', { on: anyIn('arn:aws:sagemaker:*:{account}:training-job/*') }),
  ],
  applies: trusts(SAGEMAKER),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-PR-02', 'pathfinding sagemaker-002'],
  why: 'A training job runs any container that its creator names, with the credentials of the role that they name.',
  fix: passRoleFix(SAGEMAKER),
  source:
    'Service Authorization Reference, Amazon SageMaker AI: CreateTrainingJob; pathfinding.cloud sagemaker-002',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
