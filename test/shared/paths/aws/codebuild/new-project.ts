import { passing } from '../passing.ts';

export default passing({
  service: 'codebuild.amazonaws.com',
  actions: ['codebuild:CreateProject', 'codebuild:StartBuild'],
  unless: { denied: 'codebuild:StartBuild' },
});
