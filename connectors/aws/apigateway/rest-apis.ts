import type { Method, Resource, RestApi } from '@aws-sdk/client-api-gateway';
import { restApi } from '#shared/assets/aws/apigateway.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { relation } from '../../connector.ts';
import { partitionOf } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { functionArn } from '../lambda/arns.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

/** ARNs of API Gateway hold no account. */
const apiArn = ({ region }: Scope, id: unknown): string =>
  typeof id === 'string' && id !== ''
    ? `arn:${partitionOf(region)}:apigateway:${region}::/restapis/${id}`
    : '';

type KeptApi = RestApi & { readonly resources: unknown };

/** The APIs behind which a function or an AI service stands. */
export default awsConnector<KeptApi>(restApi, {
  rare: true,
  operations: {
    // What does not say whether AI stands behind it is not kept, and so nothing of it is judged.
    list: awsOperations('apigateway:GetRestApis', 'apigateway:GetResources'),
  },
  events: [
    'CreateRestApi',
    'ImportRestApi',
    'UpdateRestApi',
    'PutRestApi',
    'DeleteRestApi',
    'PutMethod',
    'UpdateMethod',
    'DeleteMethod',
    'PutIntegration',
    'UpdateIntegration',
    'DeleteIntegration',
  ],
  async *list(services) {
    const apis = services.apiGateway.list('GetRestApis', { limit: 500 }, 'items');
    for await (const api of apis) {
      const kept = await withResources(services, api);
      if (kept) yield kept;
    }
  },
  identify: ({ id, name = '' }, { scope }) => ({ id: apiArn(scope, id), name }),
  async find(services, id) {
    const apis = services.apiGateway.list('GetRestApis', { limit: 500 }, 'items');
    for await (const api of apis) if (id.endsWith(`/restapis/${api.id}`)) return withResources(services, api);
    return undefined;
  },
  affected: (event, { scope }) => {
    const id = asked(event, 'restApiId') ?? answered(event, 'id');
    return id && apiArn(scope, id);
  },
  relations: ({ resources }) =>
    (Array.isArray(resources) ? resources : [])
      .flatMap((resource) =>
        isObject(resource) && isObject(resource['resourceMethods'])
          ? Object.entries(resource['resourceMethods'])
          : [],
      )
      .flatMap(([verb, method]) => {
        const integration = isObject(method) ? method['methodIntegration'] : undefined;
        const target = functionIn(isObject(integration) ? integration['uri'] : undefined);
        return [
          relation('calls', target),
          isObject(method) && asksNobody(verb, method) ? relation('exposes', target) : undefined,
        ];
      }),
});

/** Browsers ask by OPTIONS, and without credentials, whether they may send the request itself. */
const asksNobody = (verb: string, { authorizationType, apiKeyRequired }: JsonObject): boolean =>
  verb !== 'OPTIONS' && authorizationType === 'NONE' && apiKeyRequired !== true;

async function withResources({ apiGateway }: AwsServices, api: RestApi): Promise<KeptApi | undefined> {
  const all = await apiGateway.partList(
    'GetResources',
    { restApiId: api.id, embed: ['methods'], limit: 500 },
    'items',
  );
  if (isUnread(all)) return undefined;
  const resources = all.map(kept).filter(({ resourceMethods }) => resourceMethods);
  if (resources.length === 0) return undefined;
  return Object.assign({ ...api }, { policy: decodedJson(policyText(api)), resources });
}

/** The policy comes with its quotation marks escaped. */
const policyText = ({ policy }: RestApi): string | undefined => policy?.replaceAll('\\"', '"');

function kept({ path, resourceMethods = {} }: Resource) {
  const methods = Object.entries(resourceMethods).flatMap(([verb, method]) =>
    leadsToAi(method) ? [[verb, keptMethod(method)] as const] : [],
  );
  return { path, resourceMethods: methods.length > 0 ? Object.fromEntries(methods) : undefined };
}

/** Templates and parameters of requests are the owner’s text, and may hold prompts. */
const keptMethod = (method: Method) => ({
  authorizationType: method.authorizationType,
  apiKeyRequired: method.apiKeyRequired,
  requestValidatorId: method.requestValidatorId,
  requestModels: method.requestModels,
  methodIntegration: { type: method.methodIntegration?.type, uri: method.methodIntegration?.uri },
});

const leadsToAi = ({ methodIntegration }: Method): boolean =>
  /:(?:lambda|bedrock|bedrock-runtime|bedrock-agent-runtime|runtime\.sagemaker|sagemaker):/.test(
    methodIntegration?.uri ?? '',
  );

/** The function in `arn:aws:apigateway:…:lambda:path/2015-03-31/functions/<function>/invocations`. */
const functionIn = (uri: unknown): string | undefined =>
  typeof uri === 'string' ? functionArn(/\/functions\/(arn:[^/]+)\/invocations$/.exec(uri)?.[1]) : undefined;
