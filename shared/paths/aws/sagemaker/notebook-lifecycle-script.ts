import { notebookInstance } from '#shared/assets/aws/sagemaker.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(notebookInstance, {
  title: 'Only who has what its role has can put a start script into a SageMaker notebook',
  gains: 'a script that runs as root when the notebook starts, with the credentials of its role',
  by: 'principal',
  needs: [
    permission('sagemaker:CreateNotebookInstanceLifecycleConfig', {
      on: anyIn('arn:aws:sagemaker:*:{account}:notebook-instance-lifecycle-config/*'),
    }),
    permission('sagemaker:StopNotebookInstance'),
    permission('sagemaker:UpdateNotebookInstance'),
    permission('sagemaker:StartNotebookInstance'),
  ],
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-02', 'pathfinding sagemaker-005'],
  why: 'Nobody has to open the notebook: the script runs at the next start, whatever RootAccess says.',
  fix: narrowed(
    'Allow sagemaker:UpdateNotebookInstance on the notebooks of each team only, and lifecycle configurations to those who look after them.',
    ['sagemaker:UpdateNotebookInstance', 'sagemaker:StartNotebookInstance', 'sagemaker:StopNotebookInstance'],
    'arn:aws:sagemaker:*:*:notebook-instance/team-*',
  ),
  source:
    'Amazon SageMaker AI Developer Guide, lifecycle configuration scripts run as root; pathfinding.cloud sagemaker-005',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
