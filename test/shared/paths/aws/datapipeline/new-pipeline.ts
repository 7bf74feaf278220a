import { passing } from '../passing.ts';

export default passing({
  service: 'datapipeline.amazonaws.com',
  actions: [
    'datapipeline:CreatePipeline',
    'datapipeline:PutPipelineDefinition',
    'datapipeline:ActivatePipeline',
  ],
  unless: { without: 'datapipeline:ActivatePipeline' },
});
