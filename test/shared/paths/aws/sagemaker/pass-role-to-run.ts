import { passing } from '../passing.ts';

export default passing({
  service: 'sagemaker.amazonaws.com',
  actions: ['sagemaker:CreatePipeline', 'sagemaker:StartPipelineExecution'],
  unless: { without: 'sagemaker:StartPipelineExecution' },
});
