import type {
  NotebookInstanceLifecycleConfigSummary,
  NotebookInstanceLifecycleHook,
} from '@aws-sdk/client-sagemaker';
import { notebookLifecycleConfig } from '#shared/assets/aws/sagemaker-studio.ts';
import { nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { withheldScript } from './scripts.ts';

type Named = Pick<
  NotebookInstanceLifecycleConfigSummary,
  'NotebookInstanceLifecycleConfigArn' | 'NotebookInstanceLifecycleConfigName'
>;

/** The scripts that notebook instances run as root; of each only which kinds of secret are in it. */
export default awsConnector<Named>(notebookLifecycleConfig, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListNotebookInstanceLifecycleConfigs'),
    read: awsOperations('sagemaker:DescribeNotebookInstanceLifecycleConfig'),
    parts: { Tags: getResources },
  },
  events: [
    'CreateNotebookInstanceLifecycleConfig',
    'UpdateNotebookInstanceLifecycleConfig',
    'DeleteNotebookInstanceLifecycleConfig',
  ],
  list: ({ sagemaker }) =>
    sagemaker.list(
      'ListNotebookInstanceLifecycleConfigs',
      { MaxResults: 100 },
      'NotebookInstanceLifecycleConfigs',
    ),
  identify: ({ NotebookInstanceLifecycleConfigArn = '', NotebookInstanceLifecycleConfigName = '' }) => ({
    id: NotebookInstanceLifecycleConfigArn,
    name: NotebookInstanceLifecycleConfigName,
  }),
  async read(services, { NotebookInstanceLifecycleConfigName, NotebookInstanceLifecycleConfigArn }) {
    const described = await services.sagemaker('DescribeNotebookInstanceLifecycleConfig', {
      NotebookInstanceLifecycleConfigName,
    });
    return {
      ...described,
      OnCreate: described.OnCreate?.map(withoutScript),
      OnStart: described.OnStart?.map(withoutScript),
      Tags: await services.tagsOf(
        'sagemaker:notebook-instance-lifecycle-config',
        NotebookInstanceLifecycleConfigArn,
      ),
    };
  },
  find: async (_services, id) => ({
    NotebookInstanceLifecycleConfigArn: id,
    NotebookInstanceLifecycleConfigName: nameInArn(id),
  }),
  affected: (event, { scope }) =>
    sagemakerArn(
      scope,
      'notebook-instance-lifecycle-config',
      asked(event, 'notebookInstanceLifecycleConfigName'),
    ),
});

const withoutScript = ({ Content }: NotebookInstanceLifecycleHook) => ({ Content: withheldScript(Content) });
