import type { JsonObject } from '#shared/model/json.ts';

/** A task definition of one container. */
export const taskOf = (container: JsonObject): JsonObject => ({
  taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/chat:7',
  family: 'chat',
  containerDefinitions: [{ name: 'main', image: 'example/chat:1', environment: [], ...container }],
});

export const SOURCE = 'TaskDefinition, @aws-sdk/client-ecs';
