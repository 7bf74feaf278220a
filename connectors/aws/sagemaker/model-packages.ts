import type { InferenceSpecification, ModelPackage } from '@aws-sdk/client-sagemaker';
import { modelPackage } from '#shared/assets/aws/sagemaker-registry.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn, nameInArn, sagemakerArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { withoutValues } from '../secrets.ts';
import { at, listAt, runsImage } from './places.ts';
import { searchedConnector } from './search.ts';

export default searchedConnector<ReturnType<typeof kept>>(modelPackage, {
  rare: true,
  resource: 'ModelPackage',
  instead: { list: 'sagemaker:ListModelPackages', describe: 'sagemaker:DescribeModelPackage' },
  taggedAs: 'sagemaker:model-package',
  events: ['CreateModelPackage', 'UpdateModelPackage', 'DeleteModelPackage'],
  taken: (record) => record.ModelPackage && kept(record.ModelPackage),
  identify: ({ ModelPackageArn = '' }) => ({ arn: ModelPackageArn, name: nameInArn(ModelPackageArn) }),
  nameOf: nameInArn,
  // Of a group only the latest version is judged, and so only that is described.
  async *list({ sagemaker }) {
    const groups = new Set<string>();
    for await (const { ModelPackageArn = '', ModelPackageGroupName } of sagemaker.list(
      'ListModelPackages',
      { ModelPackageType: 'Both', SortBy: 'CreationTime', SortOrder: 'Descending', MaxResults: 100 },
      'ModelPackageSummaryList',
    )) {
      if (ModelPackageGroupName !== undefined && groups.has(ModelPackageGroupName)) continue;
      if (ModelPackageGroupName !== undefined) groups.add(ModelPackageGroupName);
      yield { arn: ModelPackageArn, name: nameInArn(ModelPackageArn) };
    }
  },
  describe: async ({ sagemaker }, { arn }) =>
    kept(await sagemaker('DescribeModelPackage', { ModelPackageName: arn })),
  affected: (event, { scope }) => {
    const named =
      answered(event, 'modelPackageArn') ??
      asked(event, 'modelPackageArn') ??
      asked(event, 'modelPackageName');
    return named?.startsWith('arn:') ? named : sagemakerArn(scope, 'model-package', named);
  },
  relations: (config, { scope }) => [
    relation('derived-from', sagemakerArn(scope, 'model-package-group', config['ModelPackageGroupName'])),
    relation('encrypted-by', kmsKeyArn(scope, at(config, 'SecurityConfig', 'KmsKeyId'))),
    ...listAt(config, 'InferenceSpecification', 'Containers').flatMap((container) => [
      relation(
        'stored-in',
        bucketArnOf(
          at(container, 'ModelDataUrl') ?? at(container, 'ModelDataSource', 'S3DataSource', 'S3Uri'),
          scope.region,
        ),
      ),
      runsImage(at(container, 'Image')),
    ]),
  ],
});

/**
 * The package without the values of environment variables and of people's own properties, and without the model
 * card and the jobs that validated it, which decide nothing here and may hold anything.
 */
const kept = (described: ModelPackage) => ({
  ...described,
  InferenceSpecification:
    described.InferenceSpecification && keptContainers(described.InferenceSpecification),
  AdditionalInferenceSpecifications: described.AdditionalInferenceSpecifications?.map(keptContainers),
  CustomerMetadataProperties: withoutValues(described.CustomerMetadataProperties),
  ModelCard: undefined,
  ValidationSpecification: undefined,
  ModelPackageStatusDetails: undefined,
});

const keptContainers = <Specification extends Pick<InferenceSpecification, 'Containers'>>(
  specification: Specification,
) => ({
  ...specification,
  Containers: specification.Containers?.map((container) => ({
    ...container,
    Environment: withoutValues(container.Environment),
  })),
});
