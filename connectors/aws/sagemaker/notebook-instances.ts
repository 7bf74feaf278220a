import type { NotebookInstanceSummary } from '@aws-sdk/client-sagemaker';
import { notebookInstance } from '#shared/assets/aws/sagemaker.ts';
import { relation } from '../../connector.ts';
import { kmsKeyArn, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

export default awsConnector<Pick<NotebookInstanceSummary, 'NotebookInstanceName' | 'NotebookInstanceArn'>>(
  notebookInstance,
  {
    operations: {
      list: awsOperations('sagemaker:ListNotebookInstances'),
      read: awsOperations('sagemaker:DescribeNotebookInstance'),
      parts: { Tags: getResources },
    },
    events: [
      'CreateNotebookInstance',
      'UpdateNotebookInstance',
      'StartNotebookInstance',
      'StopNotebookInstance',
      'DeleteNotebookInstance',
    ],
    list: ({ sagemaker }) =>
      sagemaker.list('ListNotebookInstances', { MaxResults: 100 }, 'NotebookInstances'),
    identify: ({ NotebookInstanceArn = '', NotebookInstanceName = '' }) => ({
      id: NotebookInstanceArn,
      name: NotebookInstanceName,
    }),
    async read(services, { NotebookInstanceName, NotebookInstanceArn = '' }) {
      const described = await services.sagemaker('DescribeNotebookInstance', { NotebookInstanceName });
      return {
        ...described,
        FailureReason: undefined,
        Tags: await services.tagsOf('sagemaker:notebook-instance', NotebookInstanceArn),
      };
    },
    find: async (_services, id) => ({ NotebookInstanceArn: id, NotebookInstanceName: nameInArn(id) }),
    affected: (event, { scope }) =>
      sagemakerArn(scope, 'notebook-instance', asked(event, 'notebookInstanceName')),
    relations: ({ RoleArn, KmsKeyId, SubnetId, NotebookInstanceLifecycleConfigName }, { scope }) => [
      relation('assumes', RoleArn),
      relation('encrypted-by', kmsKeyArn(scope, KmsKeyId)),
      relation('attached-to', SubnetId),
      relation(
        'attached-to',
        sagemakerArn(scope, 'notebook-instance-lifecycle-config', NotebookInstanceLifecycleConfigName),
      ),
    ],
  },
);
