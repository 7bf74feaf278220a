import type { ModelPackageGroup } from '@aws-sdk/client-sagemaker';
import { modelPackageGroup } from '#shared/assets/aws/sagemaker-registry.ts';
import { nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation } from '../operation.ts';
import { searchedConnector } from './search.ts';

export default searchedConnector<ModelPackageGroup>(modelPackageGroup, {
  rare: true,
  resource: 'ModelPackageGroup',
  instead: { list: 'sagemaker:ListModelPackageGroups', describe: 'sagemaker:DescribeModelPackageGroup' },
  taggedAs: 'sagemaker:model-package-group',
  parts: { ResourcePolicy: awsOperation('sagemaker:GetModelPackageGroupPolicy') },
  events: [
    'CreateModelPackageGroup',
    'PutModelPackageGroupPolicy',
    'DeleteModelPackageGroupPolicy',
    'DeleteModelPackageGroup',
  ],
  taken: (record) => record.ModelPackageGroup,
  identify: ({ ModelPackageGroupArn = '', ModelPackageGroupName = '' }) => ({
    arn: ModelPackageGroupArn,
    name: ModelPackageGroupName,
  }),
  nameOf: nameInArn,
  async *list({ sagemaker }) {
    for await (const { ModelPackageGroupArn = '', ModelPackageGroupName = '' } of sagemaker.list(
      'ListModelPackageGroups',
      { MaxResults: 100 },
      'ModelPackageGroupSummaryList',
    ))
      yield { arn: ModelPackageGroupArn, name: ModelPackageGroupName };
  },
  describe: ({ sagemaker }, { name }) =>
    sagemaker('DescribeModelPackageGroup', { ModelPackageGroupName: name }),
  readParts: async ({ sagemaker }, { name }) => ({
    ResourcePolicy: await sagemaker.part(
      'GetModelPackageGroupPolicy',
      { ModelPackageGroupName: name },
      ({ ResourcePolicy }) => decodedJson(ResourcePolicy),
    ),
  }),
  affected: (event, { scope }) => {
    const named = asked(event, 'modelPackageGroupName');
    return named?.startsWith('arn:') ? named : sagemakerArn(scope, 'model-package-group', named);
  },
});
