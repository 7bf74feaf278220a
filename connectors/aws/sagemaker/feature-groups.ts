import type { FeatureGroup } from '@aws-sdk/client-sagemaker';
import { featureGroup } from '#shared/assets/aws/sagemaker-registry.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { at } from './places.ts';
import { searchedConnector } from './search.ts';

export default searchedConnector<ReturnType<typeof kept>>(featureGroup, {
  resource: 'FeatureGroup',
  instead: { list: 'sagemaker:ListFeatureGroups', describe: 'sagemaker:DescribeFeatureGroup' },
  taggedAs: 'sagemaker:feature-group',
  events: ['CreateFeatureGroup', 'UpdateFeatureGroup', 'DeleteFeatureGroup'],
  taken: (record) => record.FeatureGroup && kept(record.FeatureGroup),
  identify: ({ FeatureGroupArn = '', FeatureGroupName = '' }) => ({
    arn: FeatureGroupArn,
    name: FeatureGroupName,
  }),
  nameOf: nameInArn,
  async *list({ sagemaker }) {
    for await (const { FeatureGroupArn = '', FeatureGroupName = '' } of sagemaker.list(
      'ListFeatureGroups',
      { MaxResults: 100 },
      'FeatureGroupSummaries',
    ))
      yield { arn: FeatureGroupArn, name: FeatureGroupName };
  },
  // The next token of a description leads to more features, which are not kept.
  describe: async ({ sagemaker }, { name }) =>
    kept({ ...(await sagemaker('DescribeFeatureGroup', { FeatureGroupName: name })) }),
  affected: (event, { scope }) => sagemakerArn(scope, 'feature-group', asked(event, 'featureGroupName')),
  relations: (config, { scope }) => [
    relation('assumes', config['RoleArn']),
    relation(
      'stored-in',
      bucketArnOf(at(config, 'OfflineStoreConfig', 'S3StorageConfig', 'S3Uri'), scope.region),
    ),
    relation(
      'encrypted-by',
      kmsKeyArn(scope, at(config, 'OfflineStoreConfig', 'S3StorageConfig', 'KmsKeyId')),
    ),
    relation('encrypted-by', kmsKeyArn(scope, at(config, 'OnlineStoreConfig', 'SecurityConfig', 'KmsKeyId'))),
  ],
});

/** The group without its features, of which there may be thousands and which decide nothing here. */
const kept = (group: FeatureGroup) => ({
  ...group,
  FeatureDefinitions: undefined,
  NextToken: undefined,
  FailureReason: undefined,
});
