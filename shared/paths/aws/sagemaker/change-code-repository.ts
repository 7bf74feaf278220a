import { codeRepository } from '#shared/assets/aws/sagemaker-studio.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(codeRepository, {
  title: 'Only who looks after it can change with whose credentials SageMaker clones a repository',
  gains: 'another secret for the repository: which account of the Git host notebooks speak to it as',
  by: 'principal',
  needs: [permission('sagemaker:UpdateCodeRepository')],
  holds: 'change',
  severity: 'medium',
  basis: 'inferred',
  reference: ['AWS-EX-09'],
  why: 'Notebooks clone the repository when they start and push to it as the account in the secret.',
  fix: narrowed(
    'Allow sagemaker:UpdateCodeRepository to the role that deploys notebooks alone.',
    'sagemaker:UpdateCodeRepository',
    'arn:aws:sagemaker:…:…:code-repository/…',
  ),
  source: 'UpdateCodeRepositoryInput.GitConfig.SecretArn, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0010.001'] },
});
