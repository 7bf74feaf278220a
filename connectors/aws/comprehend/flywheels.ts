import type { FlywheelSummary } from '@aws-sdk/client-comprehend';
import { flywheel } from '#shared/assets/aws/comprehend.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

export default awsConnector<Pick<FlywheelSummary, 'FlywheelArn'>>(flywheel, {
  rare: true,
  operations: {
    list: awsOperations('comprehend:ListFlywheels'),
    read: awsOperations('comprehend:DescribeFlywheel'),
    parts: { Tags: getResources },
  },
  events: ['CreateFlywheel', 'UpdateFlywheel', 'DeleteFlywheel'],
  list: ({ comprehend }) => comprehend.list('ListFlywheels', { MaxResults: 500 }, 'FlywheelSummaryList'),
  identify: ({ FlywheelArn = '' }) => ({ id: FlywheelArn, name: nameInArn(FlywheelArn) }),
  async read(services, { FlywheelArn }) {
    const { FlywheelProperties } = await services.comprehend('DescribeFlywheel', { FlywheelArn });
    return { ...FlywheelProperties, Tags: await services.tagsOf('comprehend:flywheel', FlywheelArn) };
  },
  find: async (_services, id) => ({ FlywheelArn: id }),
  affected: (event) => asked(event, 'flywheelArn') ?? answered(event, 'flywheelArn'),
  relations: ({ DataAccessRoleArn, DataLakeS3Uri, ActiveModelArn, DataSecurityConfig }, { scope }) => [
    relation('assumes', DataAccessRoleArn),
    relation('stored-in', bucketArnOf(DataLakeS3Uri, scope.region)),
    relation('deployed-as', ActiveModelArn),
    ...(isObject(DataSecurityConfig)
      ? ['ModelKmsKeyId', 'VolumeKmsKeyId', 'DataLakeKmsKeyId'].map((key) =>
          relation('encrypted-by', kmsKeyArn(scope, DataSecurityConfig[key])),
        )
      : []),
  ],
});
