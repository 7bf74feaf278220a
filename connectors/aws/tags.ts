import type { AwsServices } from './services.ts';

/** SageMaker's describing operations leave tags out; searching does not. */
export const sagemakerTags = ({ sagemaker }: AwsServices, ResourceArn: string) =>
  sagemaker.part('ListTags', { ResourceArn, MaxResults: 100 }, ({ Tags }) => Tags);
