import type { ResourceType, SearchExpression, SearchRecord } from '@aws-sdk/client-sagemaker';
import type { AwsServices } from '../services.ts';

/** Everything of one kind in the region, whole and with tags, a hundred to the call. */
export const search = (
  { sagemaker }: AwsServices,
  Resource: ResourceType,
  SearchExpression?: SearchExpression,
): AsyncIterable<SearchRecord> =>
  sagemaker.list('Search', { Resource, MaxResults: 100, SearchExpression }, 'Results');
