import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

const PACKAGE = '@aws-sdk/client-sagemaker';

export const notebookInstance = assetType('aws.sagemaker.notebook-instance', {
  title: 'SageMaker notebook instance',
  placement: 'region',
  nativeType: 'AWS::SageMaker::NotebookInstance',
  asffType: 'AwsSageMakerNotebookInstance',
  shape: { package: PACKAGE, type: 'DescribeNotebookInstanceOutput' },
  config: z.looseObject({
    DirectInternetAccess: z.enum(['Enabled', 'Disabled']).optional(),
    RootAccess: z.enum(['Enabled', 'Disabled']).optional(),
    SubnetId: z.string().optional(),
    KmsKeyId: z.string().optional(),
    PlatformIdentifier: z.string().optional(),
    RoleArn: z.string().optional(),
    InstanceMetadataServiceConfiguration: z
      .looseObject({ MinimumInstanceMetadataServiceVersion: z.string() })
      .optional(),
  }),
});
