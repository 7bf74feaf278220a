import type { TrackingServerSummary } from '@aws-sdk/client-sagemaker';
import { mlflowTrackingServer } from '#shared/assets/aws/sagemaker-platform.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, nameInArn, sagemakerArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

export default awsConnector<Pick<TrackingServerSummary, 'TrackingServerArn' | 'TrackingServerName'>>(
  mlflowTrackingServer,
  {
    operations: {
      list: awsOperations('sagemaker:ListMlflowTrackingServers'),
      read: awsOperations('sagemaker:DescribeMlflowTrackingServer'),
      parts: { Tags: getResources },
    },
    events: ['CreateMlflowTrackingServer', 'UpdateMlflowTrackingServer', 'DeleteMlflowTrackingServer'],
    list: ({ sagemaker }) =>
      sagemaker.list('ListMlflowTrackingServers', { MaxResults: 100 }, 'TrackingServerSummaries'),
    identify: ({ TrackingServerArn = '', TrackingServerName = '' }) => ({
      id: TrackingServerArn,
      name: TrackingServerName,
    }),
    async read(services, { TrackingServerName, TrackingServerArn }) {
      const described = await services.sagemaker('DescribeMlflowTrackingServer', { TrackingServerName });
      return {
        ...described,
        Tags: await services.tagsOf('sagemaker:mlflow-tracking-server', TrackingServerArn),
      };
    },
    find: async (_services, id) => ({ TrackingServerArn: id, TrackingServerName: nameInArn(id) }),
    affected: (event, { scope }) =>
      answered(event, 'trackingServerArn') ??
      sagemakerArn(scope, 'mlflow-tracking-server', asked(event, 'trackingServerName')),
    relations: ({ RoleArn, ArtifactStoreUri }, { scope }) => [
      relation('assumes', RoleArn),
      relation('stored-in', bucketArnOf(ArtifactStoreUri, scope.region)),
    ],
  },
);
