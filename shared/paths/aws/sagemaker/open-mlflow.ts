import { mlflowTrackingServer } from '#shared/assets/aws/sagemaker-platform.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(mlflowTrackingServer, {
  title: 'Only who works on its experiments can open an MLflow tracking server',
  gains: 'the interface of the tracking server: runs, parameters and artefacts',
  by: 'principal',
  needs: [
    permission('sagemaker:CreatePresignedMlflowTrackingServerUrl'),
    permission('sagemaker-mlflow:AccessUI'),
    permission('sagemaker-mlflow:SearchExperiments'),
  ],
  holds: 'read',
  severity: 'medium',
  basis: 'documented',
  reference: ['AWS-EX-06'],
  why: 'The server shows its artefacts with its own role: models and samples of data that the reader’s own permissions do not reach.',
  fix: narrowed(
    'Allow sagemaker:CreatePresignedMlflowTrackingServerUrl and sagemaker-mlflow actions on the tracking server of each team only.',
    ['sagemaker:CreatePresignedMlflowTrackingServerUrl', 'sagemaker-mlflow:AccessUI'],
    'arn:aws:sagemaker:…:…:mlflow-tracking-server/…',
  ),
  source:
    'Service Authorization Reference, Amazon SageMaker AI and Amazon SageMaker with MLflow; HackTricks Cloud, SageMaker privilege escalation',
  frameworks: { 'mitre-atlas': ['AML.T0035'] },
});
