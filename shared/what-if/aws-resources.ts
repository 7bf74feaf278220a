import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import type { ResourceChange } from './change.ts';
import type { Draft } from './draft.ts';
import type { Translation } from './translation.ts';

/** A resource whose API names its fields as CloudFormation does, but for the case of the first letter. */
interface Resource {
  readonly cloudFormation: string;
  readonly terraform?: string;
  readonly assetType: string;
  readonly arn: (name: string, at: Draft['destination']) => string;
  /** How the API spells its fields. */
  readonly spelling: 'Pascal' | 'camel';
  /** Fields in which the name and the ARN stand. */
  readonly name: string;
  readonly arnField: string;
}

const sagemaker =
  (kind: string): Resource['arn'] =>
  (name, { account, region }) =>
    `arn:aws:sagemaker:${region}:${account}:${kind}/${name.toLowerCase()}`;

const RESOURCES: readonly Resource[] = [
  {
    cloudFormation: 'AWS::SageMaker::NotebookInstance',
    terraform: 'aws_sagemaker_notebook_instance',
    assetType: 'aws.sagemaker.notebook-instance',
    arn: sagemaker('notebook-instance'),
    spelling: 'Pascal',
    name: 'NotebookInstanceName',
    arnField: 'NotebookInstanceArn',
  },
  {
    cloudFormation: 'AWS::SageMaker::Model',
    terraform: 'aws_sagemaker_model',
    assetType: 'aws.sagemaker.model',
    arn: sagemaker('model'),
    spelling: 'Pascal',
    name: 'ModelName',
    arnField: 'ModelArn',
  },
  {
    cloudFormation: 'AWS::SageMaker::Endpoint',
    terraform: 'aws_sagemaker_endpoint',
    assetType: 'aws.sagemaker.endpoint',
    arn: sagemaker('endpoint'),
    spelling: 'Pascal',
    name: 'EndpointName',
    arnField: 'EndpointArn',
  },
  {
    cloudFormation: 'AWS::SageMaker::EndpointConfig',
    terraform: 'aws_sagemaker_endpoint_configuration',
    assetType: 'aws.sagemaker.endpoint-config',
    arn: sagemaker('endpoint-config'),
    spelling: 'Pascal',
    name: 'EndpointConfigName',
    arnField: 'EndpointConfigArn',
  },
  {
    cloudFormation: 'AWS::Lambda::Function',
    terraform: 'aws_lambda_function',
    assetType: 'aws.lambda.function',
    arn: (name, { account, region }) => `arn:aws:lambda:${region}:${account}:function:${name}`,
    spelling: 'Pascal',
    name: 'FunctionName',
    arnField: 'FunctionArn',
  },
  {
    cloudFormation: 'AWS::Bedrock::Agent',
    terraform: 'aws_bedrockagent_agent',
    assetType: 'aws.bedrock.agent',
    arn: (name, { account, region }) => `arn:aws:bedrock:${region}:${account}:agent/${name}`,
    spelling: 'camel',
    name: 'agentName',
    arnField: 'agentArn',
  },
  {
    cloudFormation: 'AWS::Bedrock::KnowledgeBase',
    terraform: 'aws_bedrockagent_knowledge_base',
    assetType: 'aws.bedrock.knowledge-base',
    arn: (name, { account, region }) => `arn:aws:bedrock:${region}:${account}:knowledge-base/${name}`,
    spelling: 'camel',
    name: 'name',
    arnField: 'knowledgeBaseArn',
  },
  {
    cloudFormation: 'AWS::BedrockAgentCore::Runtime',
    terraform: 'aws_bedrockagentcore_agent_runtime',
    assetType: 'aws.bedrock-agentcore.runtime',
    arn: (name, { account, region }) => `arn:aws:bedrock-agentcore:${region}:${account}:runtime/${name}`,
    spelling: 'camel',
    name: 'agentRuntimeName',
    arnField: 'agentRuntimeArn',
  },
  {
    cloudFormation: 'AWS::BedrockAgentCore::Gateway',
    terraform: 'aws_bedrockagentcore_gateway',
    assetType: 'aws.bedrock-agentcore.gateway',
    arn: (name, { account, region }) => `arn:aws:bedrock-agentcore:${region}:${account}:gateway/${name}`,
    spelling: 'camel',
    name: 'name',
    arnField: 'gatewayArn',
  },
  {
    cloudFormation: 'AWS::BedrockAgentCore::CodeInterpreterCustom',
    terraform: 'aws_bedrockagentcore_code_interpreter',
    assetType: 'aws.bedrock-agentcore.code-interpreter',
    arn: (name, { account, region }) =>
      `arn:aws:bedrock-agentcore:${region}:${account}:code-interpreter-custom/${name}`,
    spelling: 'camel',
    name: 'name',
    arnField: 'codeInterpreterArn',
  },
];

/** `execution_role_arn` or `ExecutionRoleArn` as the API writes it. */
function spelled(key: string, spelling: Resource['spelling']): string {
  const pascal =
    key.includes('_') || /^[a-z]+$/.test(key)
      ? key.replaceAll(/(?:^|_)([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase())
      : key;
  return spelling === 'camel'
    ? pascal.replace(/^[A-Z]/, (letter) => letter.toLowerCase())
    : pascal.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** Policies and maps of names hold what is no field of the API. */
const VERBATIM = /^(?:Environment|environment|Tags|tags|Variables)$/;

function spelledAll(value: Json, spelling: Resource['spelling']): Json {
  if (Array.isArray(value)) return value.map((inner) => spelledAll(inner, spelling));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      inner === undefined || inner === null || key.startsWith('$')
        ? []
        : [[spelled(key, spelling), VERBATIM.test(key) ? inner : spelledAll(inner, spelling)]],
    ),
  );
}

/** Terraform has its own names for a few. Source: the provider’s documentation of each resource. */
const TERRAFORM_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_sagemaker_notebook_instance: {
    name: 'NotebookInstanceName',
    lifecycle_config_name: 'NotebookInstanceLifecycleConfigName',
    direct_internet_access: 'DirectInternetAccess',
  },
  aws_sagemaker_model: { name: 'ModelName', primary_container: 'PrimaryContainer' },
  aws_sagemaker_endpoint: { name: 'EndpointName' },
  aws_sagemaker_endpoint_configuration: { name: 'EndpointConfigName' },
  aws_bedrockagentcore_agent_runtime: { agent_runtime_name: 'agentRuntimeName' },
};

const translationOf = (resource: Resource): Translation => ({
  types: [resource.cloudFormation, ...(resource.terraform ? [resource.terraform] : [])],
  apply(change, draft) {
    const config = configOf(change, resource);
    const name = nameOf(config[resource.name] ?? change.properties['$name']);
    if (!name) return 'its name is known only after the change';
    const known = draft.find([resource.assetType], name);
    const id = known?.id ?? resource.arn(name, draft.destination);
    if (change.action === 'delete') {
      if (!known) return `${name} is not on record`;
      draft.remove(known.id);
      return undefined;
    }
    draft.put({
      id,
      type: resource.assetType,
      name,
      scope: known?.scope ?? { provider: 'aws', ...draft.destination },
      config: { ...config, [resource.name]: name, [resource.arnField]: id },
    });
    return undefined;
  },
});

const nameOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function configOf({ type, properties }: ResourceChange, { spelling }: Resource): JsonObject {
  const renamed = Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      TERRAFORM_NAMES[type]?.[key] ?? key,
      single(type, key, value),
    ]),
  );
  const config = spelledAll(renamed, spelling);
  return isObject(config) ? config : {};
}

/** Terraform writes a block that can stand once as a list of one. */
const single = (type: string, key: string, value: Json | undefined): Json | undefined =>
  type.startsWith('aws_') &&
  /_container$|_config(?:uration)?$/.test(key) &&
  Array.isArray(value) &&
  value.length === 1
    ? value[0]
    : value;

export const AWS_RESOURCES: readonly Translation[] = RESOURCES.map(translationOf);
