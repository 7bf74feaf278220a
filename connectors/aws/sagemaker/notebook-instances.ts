import {
  DescribeNotebookInstanceCommand,
  ListNotebookInstancesCommand,
  type NotebookInstanceSummary,
} from '@aws-sdk/client-sagemaker';
import { notebookInstance } from '#shared/assets/aws/sagemaker.ts';
import { relation } from '../../connector.ts';
import { nameInArn } from '../arn.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';

export default awsConnector<Pick<NotebookInstanceSummary, 'NotebookInstanceName' | 'NotebookInstanceArn'>>(
  notebookInstance,
  {
    operations: {
      list: awsOperations('sagemaker:ListNotebookInstances'),
      read: awsOperations('sagemaker:DescribeNotebookInstance'),
    },
    events: [
      'CreateNotebookInstance',
      'UpdateNotebookInstance',
      'StartNotebookInstance',
      'StopNotebookInstance',
      'DeleteNotebookInstance',
    ],
    list: ({ sagemaker }) =>
      sagemaker.list(
        (page) => new ListNotebookInstancesCommand({ MaxResults: 100, ...page }),
        'NotebookInstances',
      ),
    identify: ({ NotebookInstanceArn = '', NotebookInstanceName = '' }) => ({
      id: NotebookInstanceArn,
      name: NotebookInstanceName,
    }),
    read: ({ sagemaker }, { NotebookInstanceName }) =>
      sagemaker(new DescribeNotebookInstanceCommand({ NotebookInstanceName })),
    find: async (_services, id) => ({ NotebookInstanceArn: id, NotebookInstanceName: nameInArn(id) }),
    affected: ({ requestParameters }, { scope: { account, region } }) => {
      const name = requestParameters?.['notebookInstanceName'];
      return typeof name === 'string'
        ? `arn:aws:sagemaker:${region}:${account}:notebook-instance/${name.toLowerCase()}`
        : undefined;
    },
    relations: ({ RoleArn, KmsKeyId, SubnetId }) => [
      relation('assumes', RoleArn),
      relation('encrypted-by', KmsKeyId),
      relation('attached-to', SubnetId),
    ],
  },
);
