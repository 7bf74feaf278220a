import type { PipelineSummary } from '@aws-sdk/client-sagemaker';
import { pipeline } from '#shared/assets/aws/sagemaker-platform.ts';
import { relation } from '../../connector.ts';
import { sagemakerArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

/** What is kept of each: the definition, which only describing gives, may hold anything. */
type Kept = Pick<PipelineSummary, 'PipelineArn' | 'PipelineName' | 'RoleArn' | 'CreationTime'>;

const kept = ({ PipelineArn, PipelineName, RoleArn, CreationTime }: Kept): Kept => ({
  PipelineArn,
  PipelineName,
  RoleArn,
  CreationTime,
});

export default awsConnector<Kept>(pipeline, {
  operations: {
    list: awsOperations('sagemaker:ListPipelines'),
    parts: { Tags: getResources },
  },
  events: ['CreatePipeline', 'UpdatePipeline', 'DeletePipeline'],
  async *list({ sagemaker }) {
    for await (const found of sagemaker.list('ListPipelines', { MaxResults: 100 }, 'PipelineSummaries'))
      yield kept(found);
  },
  identify: ({ PipelineArn = '', PipelineName = '' }) => ({ id: PipelineArn, name: PipelineName }),
  read: async (services, summary) => ({
    ...summary,
    Tags: await services.tagsOf('sagemaker:pipeline', summary.PipelineArn),
  }),
  async find({ sagemaker }, id) {
    // ARNs hold names in lower case, so no name can be asked for.
    const pipelines = sagemaker.list('ListPipelines', { MaxResults: 100 }, 'PipelineSummaries');
    for await (const found of pipelines) if (found.PipelineArn === id) return kept(found);
    return undefined;
  },
  affected: (event, { scope }) =>
    answered(event, 'pipelineArn') ?? sagemakerArn(scope, 'pipeline', asked(event, 'pipelineName')),
  relations: ({ RoleArn }) => [relation('assumes', RoleArn)],
});
