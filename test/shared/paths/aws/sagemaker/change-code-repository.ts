import { reaching } from '../reaching.ts';
import { allow } from '../statements.ts';

const repository = {
  type: 'aws.sagemaker.code-repository',
  id: 'arn:aws:sagemaker:eu-west-1:111122223333:code-repository/pricing',
  config: { CodeRepositoryName: 'pricing', GitConfig: { RepositoryUrl: 'https://git.example.com/pricing' } },
};

export default reaching({
  target: repository,
  may: [allow('sagemaker:UpdateCodeRepository', repository.id)],
  unless: [
    allow(
      'sagemaker:UpdateCodeRepository',
      'arn:aws:sagemaker:eu-west-1:111122223333:code-repository/claims',
    ),
  ],
});
