import type { StudioLifecycleConfigDetails } from '@aws-sdk/client-sagemaker';
import { studioLifecycleConfig } from '#shared/assets/aws/sagemaker-studio.ts';
import { nameInArn, sagemakerArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { withheldScript } from './scripts.ts';

type Named = Pick<StudioLifecycleConfigDetails, 'StudioLifecycleConfigArn' | 'StudioLifecycleConfigName'>;

/** The scripts that Studio applications start with; of each only which kinds of secret are in it. */
export default awsConnector<Named>(studioLifecycleConfig, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListStudioLifecycleConfigs'),
    read: awsOperations('sagemaker:DescribeStudioLifecycleConfig'),
    parts: { Tags: getResources },
  },
  events: ['CreateStudioLifecycleConfig', 'DeleteStudioLifecycleConfig'],
  withoutEvents: { update: 'no operation changes a Studio lifecycle configuration' },
  list: ({ sagemaker }) =>
    sagemaker.list('ListStudioLifecycleConfigs', { MaxResults: 100 }, 'StudioLifecycleConfigs'),
  identify: ({ StudioLifecycleConfigArn = '', StudioLifecycleConfigName = '' }) => ({
    id: StudioLifecycleConfigArn,
    name: StudioLifecycleConfigName,
  }),
  async read(services, { StudioLifecycleConfigName, StudioLifecycleConfigArn }) {
    const described = await services.sagemaker('DescribeStudioLifecycleConfig', {
      StudioLifecycleConfigName,
    });
    return {
      ...described,
      StudioLifecycleConfigContent: withheldScript(described.StudioLifecycleConfigContent),
      Tags: await services.tagsOf('sagemaker:studio-lifecycle-config', StudioLifecycleConfigArn),
    };
  },
  find: async (_services, id) => ({
    StudioLifecycleConfigArn: id,
    StudioLifecycleConfigName: nameInArn(id),
  }),
  affected: (event, { scope }) =>
    answered(event, 'studioLifecycleConfigArn') ??
    sagemakerArn(scope, 'studio-lifecycle-config', asked(event, 'studioLifecycleConfigName')),
});
