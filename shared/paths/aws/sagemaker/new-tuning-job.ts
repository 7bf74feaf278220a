import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { passRoleFix, passTo } from '../pass-role.ts';
import { trusts } from '../trust.ts';

const SAGEMAKER = 'sagemaker.amazonaws.com';

export default technique(role, {
  title: 'Only who has what a role has can tune a model as it',
  gains: 'training code of one’s own that runs as the role',
  by: 'principal',
  needs: [
    passTo(SAGEMAKER),
    permission('sagemaker:CreateHyperParameterTuningJob', {
      on: anyIn('arn:aws:sagemaker:*:{account}:hyper-parameter-tuning-job/*'),
    }),
  ],
  applies: trusts(SAGEMAKER),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-PR-04'],
  why: 'A tuning job starts training jobs as the role that it names. Who may not create training jobs themselves gets them by this way.',
  fix: passRoleFix(SAGEMAKER),
  source:
    'Service Authorization Reference, Amazon SageMaker AI: CreateHyperParameterTuningJob; HackTricks Cloud, SageMaker privilege escalation',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
