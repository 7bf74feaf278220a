import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { lambdaFunction } from '#shared/assets/aws/lambda.ts';
import { type Reading, relation } from '../../connector.ts';
import { aiHintsOf } from '../ai-hints.ts';
import { arnIn, kmsKeyArn, nameInArn, parseArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import { withoutValues } from '../secrets.ts';
import { getResources } from '../tags.ts';
import { functionArn } from './arns.ts';

/** The most that one reply holds. Source: ListFunctions, `MaxItems`. */
const PAGE = 50;

/** The functions that agents, flows and gateways call, and those whose own settings speak of models. */
export default awsConnector<FunctionConfiguration>(lambdaFunction, {
  followsReferences: true,
  operations: {
    list: awsOperations('lambda:ListFunctions'),
    parts: {
      Policy: awsOperation('lambda:GetPolicy'),
      FunctionUrlConfig: awsOperation('lambda:GetFunctionUrlConfig'),
      Concurrency: awsOperation('lambda:GetFunctionConcurrency'),
      Tags: getResources,
    },
    find: awsOperations('lambda:GetFunctionConfiguration'),
  },
  /** Source: Lambda Developer Guide, “Logging Lambda API calls using CloudTrail”. */
  events: [
    'CreateFunction20150331',
    'UpdateFunctionConfiguration20150331v2',
    'UpdateFunctionCode20150331v2',
    'AddPermission20150331v2',
    'RemovePermission20150331v2',
    'PutFunctionConcurrency20171031',
    'DeleteFunctionConcurrency20171031',
    'CreateFunctionUrlConfig',
    'UpdateFunctionUrlConfig',
    'DeleteFunctionUrlConfig',
    'DeleteFunction20150331',
  ],
  async *list({ lambda }, reading) {
    const called = await calledIn(reading);
    for await (const found of lambda.list('ListFunctions', { MaxItems: PAGE }, 'Functions'))
      if (isOfAi(found, called)) yield found;
  },
  identify: ({ FunctionArn = '', FunctionName = '' }) => ({ id: FunctionArn, name: FunctionName }),
  async read(services, found) {
    const { lambda } = services;
    const { FunctionName, FunctionArn, Environment } = found;
    const [Policy, FunctionUrlConfig, Concurrency, Tags] = await Promise.all([
      lambda.part('GetPolicy', { FunctionName }, ({ Policy: policy }) => decodedJson(policy)),
      lambda.part('GetFunctionUrlConfig', { FunctionName }, ({ $metadata, ...config }) => config),
      lambda.part('GetFunctionConcurrency', { FunctionName }, ({ $metadata, ...concurrency }) => concurrency),
      services.tagsOf('lambda:function', FunctionArn),
    ]);
    return {
      ...found,
      Description: undefined,
      Environment: Environment && { Variables: withoutValues(Environment.Variables) },
      ImageConfigResponse: undefined,
      Policy,
      FunctionUrlConfig,
      Concurrency,
      Tags,
    };
  },
  async find({ lambda }, id, reading) {
    const { $metadata, ...found } = await lambda('GetFunctionConfiguration', {
      FunctionName: nameInArn(id),
    });
    return isOfAi(found, await calledIn(reading)) ? found : undefined;
  },
  /** Requests name a function by its name, by a part of its ARN, or by the whole. */
  affected: (event, { scope }) => {
    const named = asked(event, 'functionName');
    if (named === undefined) return undefined;
    const name = parseArn(named) ? nameInArn(named) : named.split(':function:').at(-1);
    return arnIn(scope, 'lambda', `function:${name?.split(':', 1)[0]}`);
  },
  relations: ({ Role, KMSKeyArn }, { scope }) => [
    relation('assumes', Role),
    relation('encrypted-by', kmsKeyArn(scope, KMSKeyArn)),
  ],
});

const calledIn = ({ references }: Reading): Promise<ReadonlySet<string>> =>
  references((target) => functionArn(target) === target);

const isOfAi = (
  { FunctionArn = '', Environment, Layers = [] }: FunctionConfiguration,
  called: ReadonlySet<string>,
): boolean =>
  called.has(FunctionArn) ||
  aiHintsOf({ variables: Environment?.Variables, images: Layers.map(({ Arn }) => Arn) }).length > 0;
