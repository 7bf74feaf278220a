import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { passRoleFix, passTo } from '../pass-role.ts';
import { trusts } from '../trust.ts';

const SAGEMAKER = 'sagemaker.amazonaws.com';

export default technique(role, {
  title: 'Only who has what a role has can start a notebook as it',
  gains: 'a notebook instance that works as the role',
  by: 'principal',
  needs: [
    passTo(SAGEMAKER),
    permission('sagemaker:CreateNotebookInstance', {
      on: anyIn('arn:aws:sagemaker:*:{account}:notebook-instance/*'),
    }),
  ],
  applies: trusts(SAGEMAKER),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-PR-01', 'pathfinding sagemaker-001'],
  why: 'Whoever starts a notebook chooses its role, and what they run in it has all that the role has.',
  fix: passRoleFix(SAGEMAKER),
  source:
    'Service Authorization Reference, Amazon SageMaker AI: CreateNotebookInstance; pathfinding.cloud sagemaker-001',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
