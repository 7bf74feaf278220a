import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { passRoleFix, passTo } from '../pass-role.ts';
import { trusts } from '../trust.ts';

const SAGEMAKER = 'sagemaker.amazonaws.com';
const NOTEBOOKS = anyIn('arn:aws:sagemaker:*:{account}:notebook-instance/*');

export default technique(role, {
  title: 'Only who has what a role has can give it to a notebook and open that',
  gains: 'a shell in a notebook that works as the role',
  by: 'principal',
  needs: [
    passTo(SAGEMAKER),
    permission('sagemaker:StopNotebookInstance', { on: NOTEBOOKS }),
    permission('sagemaker:UpdateNotebookInstance', { on: NOTEBOOKS }),
    permission('sagemaker:StartNotebookInstance', { on: NOTEBOOKS }),
    permission('sagemaker:CreatePresignedNotebookInstanceUrl', { on: NOTEBOOKS }),
  ],
  applies: trusts(SAGEMAKER),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-PR-07'],
  why: 'The role of a stopped notebook can be exchanged. Rules that keep people from new notebooks do not keep them from this.',
  fix: passRoleFix(SAGEMAKER),
  source: 'UpdateNotebookInstanceInput.RoleArn, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
