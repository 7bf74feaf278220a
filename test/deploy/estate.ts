import { CreateRoleCommand } from '@aws-sdk/client-iam';
import { CreateBucketCommand, DeletePublicAccessBlockCommand } from '@aws-sdk/client-s3';
import {
  CreateEndpointConfigCommand,
  CreateModelCommand,
  CreateNotebookInstanceCommand,
} from '@aws-sdk/client-sagemaker';
import { EnableSecurityHubCommand } from '@aws-sdk/client-securityhub';
import { CreateEmailIdentityCommand } from '@aws-sdk/client-sesv2';
import type { Clients } from './clients.ts';
import { ACCOUNT, REGION } from './emulators.ts';

/** The bucket that an endpoint's captured inferences go to, and that nothing keeps from being made public. */
export const CAPTURE_BUCKET = 'churn-captures';
export const NOTEBOOK = 'churn-exploration';

export const notebookArn = (name: string): string =>
  `arn:aws:sagemaker:${REGION}:${ACCOUNT}:notebook-instance/${name}`;
export const bucketArn = (name: string): string => `arn:aws:s3:::${name}`;

/** What a team would have in the account: a notebook, a model on an endpoint, the bucket and the role behind them. */
export async function fillAccount({ iam, s3, sagemaker, securityHub, ses }: Clients): Promise<void> {
  const role = await iam.send(
    new CreateRoleCommand({
      RoleName: 'churn-training',
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      }),
    }),
  );
  const RoleArn = role.Role?.Arn ?? '';
  await s3.send(
    new CreateBucketCommand({
      Bucket: CAPTURE_BUCKET,
      CreateBucketConfiguration: { LocationConstraint: REGION },
    }),
  );
  await s3.send(new DeletePublicAccessBlockCommand({ Bucket: CAPTURE_BUCKET }));
  await sagemaker.send(
    new CreateModelCommand({
      ModelName: 'churn',
      ExecutionRoleArn: RoleArn,
      PrimaryContainer: {
        Image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1`,
        ModelDataUrl: `s3://${CAPTURE_BUCKET}/churn/model.tar.gz`,
      },
    }),
  );
  await sagemaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: 'churn',
      ProductionVariants: [
        { VariantName: 'all', ModelName: 'churn', InstanceType: 'ml.m5.large', InitialInstanceCount: 1 },
      ],
      DataCaptureConfig: {
        EnableCapture: true,
        InitialSamplingPercentage: 100,
        DestinationS3Uri: `s3://${CAPTURE_BUCKET}/churn`,
        CaptureOptions: [{ CaptureMode: 'InputAndOutput' }],
      },
    }),
  );
  await createNotebook({ sagemaker }, NOTEBOOK, RoleArn);
  await securityHub.send(new EnableSecurityHubCommand({}));
  await ses.send(new CreateEmailIdentityCommand({ EmailIdentity: 'aispm@example.com' }));
}

/** A notebook instance with direct internet access, which is what SageMaker gives where nobody says otherwise. */
export async function createNotebook(
  { sagemaker }: Pick<Clients, 'sagemaker'>,
  name: string,
  RoleArn = `arn:aws:iam::${ACCOUNT}:role/churn-training`,
): Promise<void> {
  await sagemaker.send(
    new CreateNotebookInstanceCommand({
      NotebookInstanceName: name,
      InstanceType: 'ml.t3.medium',
      RoleArn,
      DirectInternetAccess: 'Enabled',
    }),
  );
}
