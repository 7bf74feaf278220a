import * as client from '@aws-sdk/client-ecs';
import type { JsonObject } from '#shared/model/json.ts';
import { one } from '../handler.ts';
import type { EstateService } from '../services.ts';

const arn = (resource: string) => `arn:aws:ecs:eu-west-1:444455556666:${resource}`;

/** ECS lists nothing but ARNs. */
const arns = (key: string, elements: readonly JsonObject[], name: string) => ({
  [key]: elements.map((element) => element[name] ?? ''),
});

const definition = (family: string, container: JsonObject, more: JsonObject = {}): JsonObject => ({
  taskDefinitionArn: arn(`task-definition/${family}:7`),
  family,
  revision: 7,
  status: 'ACTIVE',
  registeredAt: '2026-11-20T08:00:00.000Z',
  taskRoleArn: 'arn:aws:iam::444455556666:role/web',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  containerDefinitions: [{ name: 'main', essential: true, ...container }],
  tags: [{ key: 'owner', value: 'ml-platform' }],
  ...more,
});

const service = (name: string, taskDefinition: string): JsonObject => ({
  serviceArn: arn(`service/apps/${name}`),
  serviceName: name,
  clusterArn: arn('cluster/apps'),
  status: 'ACTIVE',
  taskDefinition: arn(`task-definition/${taskDefinition}:7`),
});

export default {
  prefix: 'ecs',
  signingName: 'ecs',
  protocol: 'json',
  client,
  handlers: {
    ListClusters: ({ region }) => arns('clusterArns', region.resources('ecs/clusters'), 'clusterArn'),
    ListServices: ({ region, input }) =>
      arns(
        'serviceArns',
        region.resources('ecs/services').filter(({ clusterArn }) => clusterArn === input['cluster']),
        'serviceArn',
      ),
    DescribeServices: ({ region, input }) => ({
      services: region
        .resources('ecs/services')
        .filter(({ serviceArn }) => [input['services']].flat().includes(serviceArn ?? '')),
    }),
    DescribeTaskDefinition: ({ region, input }) => {
      const { tags = [], ...taskDefinition } = one(
        region.resources('ecs/task-definitions'),
        ({ taskDefinitionArn }) => taskDefinitionArn === input['taskDefinition'],
      );
      return { taskDefinition, tags };
    },
  },
  sample: {
    'ecs/clusters': [{ clusterArn: arn('cluster/apps') }],
    'ecs/services': [
      service('chat', 'chat'),
      service('chat-canary', 'chat'),
      service('llm', 'llm'),
      service('rag', 'rag'),
      service('shop', 'shop'),
    ],
    'ecs/task-definitions': [
      definition('chat', {
        image: 'docker.io/example/chat:latest',
        command: ['serve', '--key', 'sk-abcdefghijklmnopqrstuvwxyz123456'],
        environment: [
          { name: 'OPENAI_API_KEY', value: 'sk-abcdefghijklmnopqrstuvwxyz123456' },
          { name: 'LOG_LEVEL', value: 'info' },
        ],
      }),
      definition('llm', { image: 'vllm/vllm-openai:v0.9.0', environment: [] }),
      definition('rag', {
        image: '444455556666.dkr.ecr.eu-west-1.amazonaws.com/rag:1',
        environment: [{ name: 'BEDROCK_MODEL_ID', value: 'amazon.nova-lite-v1:0' }],
        secrets: [
          {
            name: 'PINECONE_API_KEY',
            valueFrom: 'arn:aws:secretsmanager:eu-west-1:444455556666:secret:pinecone-AbCdEf',
          },
        ],
      }),
      definition('shop', { image: 'nginx:1', environment: [{ name: 'PORT', value: '80' }] }),
    ],
  },
} satisfies EstateService;
