import {
  DeleteModelInvocationLoggingConfigurationCommand,
  GetModelInvocationLoggingConfigurationCommand,
  PutModelInvocationLoggingConfigurationCommand,
} from '@aws-sdk/client-bedrock';
import * as z from 'zod';
import { awsOperation } from '#connectors/aws/operation.ts';
import { action, setting } from '../../../action.ts';

const S3Destination = z.strictObject({ bucketName: z.string().min(3), keyPrefix: z.string().optional() });

/** LoggingConfig of @aws-sdk/client-bedrock, whole: what undo puts back must lack nothing. */
const LoggingConfig = z.strictObject({
  cloudWatchConfig: z
    .strictObject({
      logGroupName: z.string().min(1),
      roleArn: z.string().min(1),
      largeDataDeliveryS3Config: S3Destination.optional(),
    })
    .optional(),
  s3Config: S3Destination.optional(),
  textDataDeliveryEnabled: z.boolean().optional(),
  imageDataDeliveryEnabled: z.boolean().optional(),
  embeddingDataDeliveryEnabled: z.boolean().optional(),
  videoDataDeliveryEnabled: z.boolean().optional(),
  audioDataDeliveryEnabled: z.boolean().optional(),
});

const Parameters = LoggingConfig.pick({ s3Config: true, cloudWatchConfig: true });

export default action({
  title: 'Log every Bedrock model invocation of the account in this region',
  fixes: [
    'aws.bedrock.invocation-logging',
    'aws.bedrock.invocation-logging-bodies',
    'aws.bedrock.invocation-logging-destination',
  ],
  risk: 'Prompts, answers and images are kept in full at the destination from now on, personal data among them: its readers, encryption and retention must fit. Storage is charged. The destination must lie in the same account and region and let Bedrock write, or logs are lost without a failing invocation.',
  parameters: Parameters,
  passesRoleTo: 'bedrock.amazonaws.com',
  settings: {
    'aws.bedrock.invocation-logging': setting({
      value: LoggingConfig,
      read: awsOperation('bedrock:GetModelInvocationLoggingConfiguration'),
      put: awsOperation('bedrock:PutModelInvocationLoggingConfiguration'),
      remove: awsOperation('bedrock:DeleteModelInvocationLoggingConfiguration'),
      find: ({ aws }) => aws().bedrock().send(new GetModelInvocationLoggingConfigurationCommand({})),
      present: ({ loggingConfig }) => loggingConfig && LoggingConfig.parse(loggingConfig),
      set: async ({ aws }, loggingConfig) => {
        await aws().bedrock().send(new PutModelInvocationLoggingConfigurationCommand({ loggingConfig }));
      },
      clear: async ({ aws }) => {
        await aws().bedrock().send(new DeleteModelInvocationLoggingConfigurationCommand({}));
      },
    }),
  },
  wanted: (before, { s3Config, cloudWatchConfig }) => {
    const kept = before === null ? {} : Parameters.strip().parse(before);
    const destination = {
      ...kept,
      ...(s3Config && { s3Config }),
      ...(cloudWatchConfig && { cloudWatchConfig }),
    };
    if (!destination.s3Config && !destination.cloudWatchConfig)
      return {
        missing: [
          {
            name: 's3Config or cloudWatchConfig',
            description:
              'Where invocations are logged to: s3Config { bucketName, keyPrefix? } or cloudWatchConfig { logGroupName, roleArn }, in the same account and region',
          },
        ],
      };
    return {
      value: {
        ...destination,
        textDataDeliveryEnabled: true,
        imageDataDeliveryEnabled: true,
        embeddingDataDeliveryEnabled: true,
        videoDataDeliveryEnabled: true,
        audioDataDeliveryEnabled: true,
      },
    };
  },
});
