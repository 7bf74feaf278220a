import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { type Call, type Handlers, listed, one, pick } from './handler.ts';
import { AwsError } from './reply.ts';

/** SageMaker's answer for a name that it does not know. */
const unknown = (what: string): AwsError => new AwsError('ValidationException', `Could not find ${what}.`);

export const sagemaker: Handlers = {
  ListNotebookInstances: ({ region }) =>
    listed(
      'NotebookInstances',
      region.notebookInstances.map((item) =>
        pick(
          item,
          'NotebookInstanceName',
          'NotebookInstanceArn',
          'NotebookInstanceStatus',
          'InstanceType',
          'CreationTime',
        ),
      ),
    ),
  DescribeNotebookInstance: ({ region, input }) =>
    one(
      region.notebookInstances,
      (item) => item['NotebookInstanceName'] === input['NotebookInstanceName'],
      unknown('notebook instance'),
    ),

  ListDomains: ({ region }) =>
    listed(
      'Domains',
      region.domains.map((item) =>
        pick(item, 'DomainArn', 'DomainId', 'DomainName', 'Status', 'CreationTime'),
      ),
    ),
  DescribeDomain: ({ region, input }) =>
    one(
      region.domains,
      (item) => item['DomainId'] === input['DomainId'],
      new AwsError('ResourceNotFound', 'No such domain.'),
    ),

  ListEndpoints: ({ region }) =>
    listed(
      'Endpoints',
      region.endpoints.map((item) =>
        pick(item, 'EndpointName', 'EndpointArn', 'EndpointStatus', 'CreationTime', 'LastModifiedTime'),
      ),
    ),
  DescribeEndpoint: ({ region, input }) =>
    one(region.endpoints, (item) => item['EndpointName'] === input['EndpointName'], unknown('endpoint')),

  ListEndpointConfigs: ({ region }) =>
    listed(
      'EndpointConfigs',
      region.endpointConfigs.map((item) =>
        pick(item, 'EndpointConfigName', 'EndpointConfigArn', 'CreationTime'),
      ),
    ),
  DescribeEndpointConfig: ({ region, input }) =>
    one(
      region.endpointConfigs,
      (item) => item['EndpointConfigName'] === input['EndpointConfigName'],
      unknown('endpoint configuration'),
    ),

  ListModels: ({ region }) =>
    listed(
      'Models',
      region.models.map((item) => pick(item, 'ModelName', 'ModelArn', 'CreationTime')),
    ),
  DescribeModel: ({ region, input }) =>
    one(region.models, (item) => item['ModelName'] === input['ModelName'], unknown('model')),
  ListTrainingJobs: ({ region, input }) =>
    listed(
      'TrainingJobSummaries',
      region.trainingJobs
        .filter((item) => isInWindow(item, input, 'TrainingJobStatus'))
        .map((item) =>
          pick(
            item,
            'TrainingJobName',
            'TrainingJobArn',
            'TrainingJobStatus',
            'CreationTime',
            'LastModifiedTime',
          ),
        ),
    ),
  DescribeTrainingJob: ({ region, input }) =>
    one(
      region.trainingJobs,
      (item) => item['TrainingJobName'] === input['TrainingJobName'],
      unknown('training job'),
    ),

  ListTags: ({ region, input }) => {
    const all = [
      region.notebookInstances,
      region.domains,
      region.models,
      region.endpoints,
      region.endpointConfigs,
      region.trainingJobs,
      region.everything(),
    ].flat();
    const owner = one(all, (item) =>
      Object.entries(item).some(([key, value]) => key.endsWith('Arn') && value === input['ResourceArn']),
    );
    return { Tags: owner['Tags'] ?? [] };
  },

  Search: (call) => {
    const hits = found(call);
    const unlisted = new Set(call.region.resources(UNLISTED).map(({ Arn }) => Arn));
    return {
      ...listed(
        'Results',
        unlisted.size === 0
          ? hits
          : hits.filter((record) => !Object.values(unwrapped(record)).some((value) => unlisted.has(value))),
      ),
      beside: { TotalHits: { Value: hits.length, Relation: 'EqualTo' } },
    };
  },
};

const remembered = new WeakMap<object, Map<string, JsonObject[]>>();
/** So many that nobody changes them one by one between two pages. */
const MANY = 10_000;

/** What a search finds; of many thousands it is remembered from page to page. */
function found(call: Call): JsonObject[] {
  const { Resource, SearchExpression } = call.input;
  const search = () => searched(call).filter((record) => matches(unwrapped(record), SearchExpression));
  if (call.region.trainingJobs.length < MANY) return search();
  const known = remembered.get(call.region) ?? new Map<string, JsonObject[]>();
  remembered.set(call.region, known);
  const key = JSON.stringify([Resource, SearchExpression]);
  const results = known.get(key) ?? search();
  known.set(key, results);
  return results;
}

/** Assets, by `Arn`, that the search counts and never gives. */
export const UNLISTED = 'sagemaker/unlisted';

/** Whether a list of jobs that is asked for a time or a status tells of this one. */
export function isInWindow(item: JsonObject, input: JsonObject, status: string): boolean {
  const { LastModifiedTimeAfter, StatusEquals } = input;
  const changed = Date.parse(String(item['LastModifiedTime'] ?? item['CreationTime'])) / 1000;
  return (
    (LastModifiedTimeAfter === undefined || changed > Number(LastModifiedTimeAfter)) &&
    (StatusEquals === undefined || item[status] === StatusEquals)
  );
}

/** What the search tells of an endpoint beyond what describing does. */
const schedules: JsonObject[] = [
  {
    MonitoringScheduleName: 'hourly',
    MonitoringScheduleConfig: {
      MonitoringJobDefinition: {
        Environment: { PASSWORD: 'swordfish' },
        MonitoringAppSpecification: { ImageUri: 'image:1', ContainerArguments: ['swordfish'] },
      },
    },
    LastMonitoringExecutionSummary: { FailureReason: 'swordfish' },
  },
];

function searched({ region, input }: Call): JsonObject[] {
  switch (input['Resource']) {
    case 'Model':
      return region.models.map((item) => ({ Model: { Model: item } }));
    case 'Endpoint':
      return region.endpoints.map((item) => ({ Endpoint: { ...item, MonitoringSchedules: schedules } }));
    case 'TrainingJob':
      return region.trainingJobs.map((item) => ({ TrainingJob: item }));
    default: {
      const kind = String(input['Resource']);
      return region.resources(`sagemaker/${kind}`).map((item) => ({ [kind]: item }));
    }
  }
}

function unwrapped(record: JsonObject): JsonObject {
  const [kind] = Object.values(record);
  if (!isObject(kind)) return {};
  return isObject(kind['Model']) ? kind['Model'] : kind;
}

/** Filters and nested expressions, joined by And unless it says Or. */
function matches(record: JsonObject, expression: Json | undefined): boolean {
  if (!isObject(expression)) return true;
  const { Filters, SubExpressions, Operator } = expression;
  const parts = [
    ...(Array.isArray(Filters) ? Filters : []).map((filter) => isObject(filter) && passes(record, filter)),
    ...(Array.isArray(SubExpressions) ? SubExpressions : []).map((inner) => matches(record, inner)),
  ];
  return Operator === 'Or' ? parts.some(Boolean) : parts.every(Boolean);
}

function passes(record: JsonObject, { Name, Operator, Value }: JsonObject): boolean {
  const value = typeof Name === 'string' ? record[Name] : undefined;
  const [found, wanted] = [String(value ?? ''), String(Value ?? '')];
  switch (Operator) {
    case 'Exists':
      return value !== undefined;
    case 'NotExists':
      return value === undefined;
    case 'NotEquals':
      return found !== wanted;
    case 'GreaterThan':
      return found > wanted;
    case 'GreaterThanOrEqualTo':
      return found >= wanted;
    case 'LessThan':
      return found < wanted;
    case 'LessThanOrEqualTo':
      return found <= wanted;
    case 'Contains':
      return found.includes(wanted);
    case 'In':
      return wanted.split(',').includes(found);
    default:
      return found === wanted;
  }
}
