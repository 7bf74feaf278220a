import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { listedTags } from './tags.ts';

const image = z.string().optional();

export const taskDefinition = assetType('aws.ecs.task-definition', {
  title: 'ECS task definition',
  placement: 'region',
  nativeType: 'AWS::ECS::TaskDefinition',
  asffType: 'AwsEcsTaskDefinition',
  shape: {
    package: '@aws-sdk/client-ecs',
    type: 'TaskDefinition',
    parts: { tags: 'DescribeTaskDefinitionResponse.tags' },
  },
  tags: listedTags('tags'),
  /** Every deployment may bring a revision: what is wrong with one is wrong with the family. */
  recurs: {
    cause: ({ taskDefinitionArn }) =>
      typeof taskDefinitionArn === 'string' ? taskDefinitionArn.replace(/:\d+$/, '') : undefined,
    at: ({ registeredAt }) => String(registeredAt ?? ''),
  },
  config: z.looseObject({
    taskDefinitionArn: z.string(),
    family: z.string().optional(),
    taskRoleArn: z.string().optional(),
    containerDefinitions: z
      .array(
        z.looseObject({
          name: z.string().optional(),
          image,
          /** With their names, and of each value only whether it looks like a secret, and like which. */
          environment: z
            .array(z.looseObject({ name: z.string().optional(), value: z.string().optional() }))
            .optional(),
        }),
      )
      .optional(),
  }),
});
