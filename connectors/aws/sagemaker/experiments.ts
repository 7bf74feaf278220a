import type { ExperimentSummary } from '@aws-sdk/client-sagemaker';
import { experiment } from '#shared/assets/aws/sagemaker-platform.ts';
import { sagemakerArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';

export default awsConnector<ExperimentSummary>(experiment, {
  rare: true,
  operations: { list: awsOperations('sagemaker:ListExperiments') },
  events: ['CreateExperiment', 'UpdateExperiment', 'DeleteExperiment'],
  list: ({ sagemaker }) => sagemaker.list('ListExperiments', { MaxResults: 100 }, 'ExperimentSummaries'),
  identify: ({ ExperimentArn = '', ExperimentName = '' }) => ({ id: ExperimentArn, name: ExperimentName }),
  async find({ sagemaker }, id) {
    const experiments = sagemaker.list('ListExperiments', { MaxResults: 100 }, 'ExperimentSummaries');
    for await (const found of experiments) if (found.ExperimentArn === id) return found;
    return undefined;
  },
  affected: (event, { scope }) =>
    answered(event, 'experimentArn') ?? sagemakerArn(scope, 'experiment', asked(event, 'experimentName')),
});
