import type { ContainerDefinition, Tag, TaskDefinition } from '@aws-sdk/client-ecs';
import { taskDefinition } from '#shared/assets/aws/ecs.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { asValue } from '../../parts.ts';
import { aiHintsOf } from '../ai-hints.ts';
import { imageSource } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { withoutValues } from '../secrets.ts';
import type { AwsServices } from '../services.ts';

type Described = TaskDefinition & { readonly tags?: Tag[] | undefined };

/** What DescribeServices takes. */
const SERVICES_TO_THE_CALL = 10;

/**
 * The task definitions that services run and that show that they serve or call models. Families of which nothing
 * runs are not looked at: there may be thousands, and none is reachable.
 */
export default awsConnector<Described>(taskDefinition, {
  operations: {
    list: awsOperations(
      'ecs:ListClusters',
      'ecs:ListServices',
      'ecs:DescribeServices',
      'ecs:DescribeTaskDefinition',
    ),
  },
  events: ['CreateService', 'UpdateService', 'DeleteService', 'DeregisterTaskDefinition'],
  async *list(services) {
    for (const running of await runningDefinitions(services)) {
      // One that cannot be described is in the coverage, and keeps none of the others from being read.
      const described = await asValue(describe(services, running));
      if (described && !isUnread(described)) yield described;
    }
  },
  identify: ({ taskDefinitionArn = '', family = '' }) => ({ id: taskDefinitionArn, name: family }),
  find: describe,
  affected: (event) =>
    answered(event, 'service', 'taskDefinition') ??
    answered(event, 'taskDefinition', 'taskDefinitionArn') ??
    asked(event, 'taskDefinition'),
  relations: ({ taskRoleArn, executionRoleArn, containerDefinitions }) => [
    relation('assumes', taskRoleArn),
    relation('assumes', executionRoleArn),
    ...(Array.isArray(containerDefinitions) ? containerDefinitions : []).flatMap((container) =>
      isObject(container) ? [relation('runs-image', imageSource(container['image']))] : [],
    ),
  ],
});

async function runningDefinitions({ ecs }: AwsServices): Promise<ReadonlySet<string>> {
  const running = new Set<string>();
  for await (const cluster of ecs.list('ListClusters', { maxResults: 100 }, 'clusterArns')) {
    const arns = await Array.fromAsync(ecs.list('ListServices', { cluster, maxResults: 100 }, 'serviceArns'));
    for (let start = 0; start < arns.length; start += SERVICES_TO_THE_CALL) {
      const some = arns.slice(start, start + SERVICES_TO_THE_CALL);
      const { services = [] } = await ecs('DescribeServices', { cluster, services: some });
      for (const service of services)
        for (const runs of [service, ...(service.deployments ?? []), ...(service.taskSets ?? [])])
          if (runs.taskDefinition) running.add(runs.taskDefinition);
    }
  }
  return running;
}

/** The definition without what its variables hold, if it is one of AI. */
async function describe({ ecs }: AwsServices, arn: string): Promise<Described | undefined> {
  const answer = await ecs('DescribeTaskDefinition', { taskDefinition: arn, include: ['TAGS'] });
  const { containerDefinitions = [], ...definition } = answer.taskDefinition ?? {};
  const showsAi = containerDefinitions.some(
    ({ environment, secrets, image, command, entryPoint }) =>
      aiHintsOf({
        variables: {
          ...valuesOf(environment),
          ...Object.fromEntries((secrets ?? []).map(({ name = '' }) => [name, ''])),
        },
        images: [image],
        texts: [...(entryPoint ?? []), ...(command ?? [])],
      }).length > 0,
  );
  if (!showsAi) return undefined;
  return { ...definition, containerDefinitions: containerDefinitions.map(withoutTexts), tags: answer.tags };
}

const valuesOf = (environment: ContainerDefinition['environment']): Record<string, string> =>
  Object.fromEntries((environment ?? []).map(({ name = '', value = '' }) => [name, value]));

/** Commands, labels and options of log drivers may hold anything: nothing of them is judged, and none is kept. */
function withoutTexts(container: ContainerDefinition): ContainerDefinition {
  const withheld = Object.entries(withoutValues(valuesOf(container.environment)) ?? {});
  return {
    ...container,
    environment: withheld.map(([name, value]) => ({ name, value })),
    command: undefined,
    entryPoint: undefined,
    healthCheck: undefined,
    dockerLabels: undefined,
    firelensConfiguration: undefined,
    logConfiguration: container.logConfiguration && {
      logDriver: container.logConfiguration.logDriver,
    },
  };
}
