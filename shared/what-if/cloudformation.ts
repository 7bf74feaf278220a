import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { AWS_KINDS, type AwsKindName, amendAws, lowerFirst, putAws } from './aws-edits.ts';
import type { Change, Edit, NotUnderstood, Place } from './change.ts';
import { type Naming, type Resource, Values } from './cloudformation-values.ts';
import {
  attachmentEdit,
  documentOf,
  inlineEdit,
  type Principal,
  partitionIn,
  principalEdit,
} from './iam-edits.ts';
import { isKnownText, unknownValue } from './unknown-value.ts';
import { UnusableFile } from './unusable-file.ts';

export interface StackOptions extends Place {
  /** Values of parameters, before their defaults. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** Property that names a resource; without it CloudFormation makes a name up, and the logical id stands for it. */
const NAME_PROPERTY: Readonly<Record<string, string>> = {
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SageMaker::NotebookInstance': 'NotebookInstanceName',
  'AWS::SageMaker::Model': 'ModelName',
  'AWS::SageMaker::Endpoint': 'EndpointName',
  'AWS::SageMaker::EndpointConfig': 'EndpointConfigName',
  'AWS::SageMaker::Domain': 'DomainName',
  'AWS::Bedrock::Agent': 'AgentName',
  'AWS::Bedrock::KnowledgeBase': 'Name',
  'AWS::BedrockAgentCore::Runtime': 'AgentRuntimeName',
  'AWS::BedrockAgentCore::Gateway': 'Name',
  'AWS::Lambda::Function': 'FunctionName',
};

const KIND: Readonly<Record<string, AwsKindName>> = {
  'AWS::S3::Bucket': 'bucket',
  'AWS::SageMaker::NotebookInstance': 'notebook',
  'AWS::SageMaker::Model': 'model',
  'AWS::SageMaker::Endpoint': 'endpoint',
  'AWS::SageMaker::EndpointConfig': 'endpointConfig',
  'AWS::SageMaker::Domain': 'domain',
  'AWS::Bedrock::Agent': 'agent',
  'AWS::Bedrock::KnowledgeBase': 'knowledgeBase',
  'AWS::BedrockAgentCore::Runtime': 'runtime',
  'AWS::BedrockAgentCore::Gateway': 'gateway',
  'AWS::Lambda::Function': 'function',
};

/** Ref gives the ARN of these, the name of the others. Source: Template Reference, “Return values” of each. */
const REF_IS_ARN = new Set([
  'AWS::IAM::ManagedPolicy',
  'AWS::SageMaker::Model',
  'AWS::SageMaker::Endpoint',
  'AWS::SageMaker::EndpointConfig',
  'AWS::SageMaker::NotebookInstance',
]);
/** Ref gives an id that the service makes up. */
const REF_IS_MADE_UP = new Set([
  'AWS::SageMaker::Domain',
  'AWS::Bedrock::Agent',
  'AWS::Bedrock::KnowledgeBase',
  'AWS::BedrockAgentCore::Runtime',
  'AWS::BedrockAgentCore::Gateway',
]);

/** Attributes that are the ARN. */
const ARN_ATTRIBUTE = /^(Arn|PolicyArn|AgentArn|KnowledgeBaseArn|AgentRuntimeArn|GatewayArn|DomainArn)$/;

/** A template as a change of the inventory. Throws an {@link UnusableFile} where it is none. */
export function cloudFormationChange(
  template: JsonObject,
  { parameters = {}, ...place }: StackOptions,
): Change {
  const resources = template['Resources'];
  if (!isObject(resources))
    throw new UnusableFile(
      'Resources',
      'the template has none',
      'give a template whose Resources is a mapping of logical ids',
    );
  const values = new Values(template, place, parameters, namingAt(place));
  const edits: Edit[] = [];
  const notUnderstood: NotUnderstood[] = [];
  if (template['Transform'] !== undefined)
    notUnderstood.push({
      where: 'Transform',
      problem:
        'macros are not run: give the processed template (aws cloudformation get-template --template-stage Processed)',
    });
  for (const [logicalId, declared] of Object.entries(resources)) {
    const where = `Resources.${logicalId}`;
    const resource = values.resource(logicalId);
    if (!resource)
      throw new UnusableFile(
        `${where}.Type`,
        'it is missing',
        'name the type of the resource, such as AWS::IAM::Role',
      );
    const condition = isObject(declared) ? declared['Condition'] : undefined;
    const holds =
      condition === undefined
        ? true
        : typeof condition === 'string'
          ? values.condition(condition)
          : undefined;
    if (holds === false) continue;
    if (holds === undefined) {
      notUnderstood.push({
        where,
        problem: `whether its condition ${String(condition)} holds cannot be told: give its parameters`,
      });
      continue;
    }
    const properties = values.resolve(resource.properties);
    edits.push(
      ...editsOf(resource, isObject(properties) ? properties : {}, { where, place, values, notUnderstood }),
    );
  }
  return { edits, notUnderstood };
}

interface Context {
  readonly where: string;
  readonly place: Place;
  readonly values: Values;
  readonly notUnderstood: NotUnderstood[];
}

function nameOf({ type, logicalId, properties }: Resource, values: Values): Json {
  const property = NAME_PROPERTY[type];
  return property && properties[property] !== undefined ? values.resolve(properties[property]) : logicalId;
}

function arnOf(resource: Resource, place: Place, values: Values): Json {
  const name = nameOf(resource, values);
  if (!isKnownText(name)) return name;
  const noun = { 'AWS::IAM::Role': 'role', 'AWS::IAM::User': 'user', 'AWS::IAM::ManagedPolicy': 'policy' }[
    resource.type
  ];
  if (noun) {
    const path = values.resolve(resource.properties['Path'] ?? '/');
    return typeof path === 'string'
      ? `arn:${partitionIn(place.region)}:iam::${place.account}:${noun}${path}${name}`
      : path;
  }
  const kind = KIND[resource.type];
  return kind ? AWS_KINDS[kind].arn(name, place) : unknownValue(`${resource.logicalId}.Arn`);
}

const namingAt = (place: Place): Naming => ({
  ref: (resource, values) => {
    if (REF_IS_ARN.has(resource.type)) return arnOf(resource, place, values);
    // Their id stands in the ARN, so that what refers to them by it still meets them.
    if (REF_IS_MADE_UP.has(resource.type) || NAME_PROPERTY[resource.type]) return nameOf(resource, values);
    return unknownValue(resource.logicalId);
  },
  attribute: (resource, attribute, values) => {
    if (ARN_ATTRIBUTE.test(attribute)) return arnOf(resource, place, values);
    if (/Name$/.test(attribute) && NAME_PROPERTY[resource.type] === attribute)
      return nameOf(resource, values);
    return unknownValue(`${resource.logicalId}.${attribute}`);
  },
});

function editsOf(resource: Resource, properties: JsonObject, context: Context): Edit[] {
  const { where, place, values, notUnderstood } = context;
  const { type } = resource;
  const nameProperty = NAME_PROPERTY[type];
  if (nameProperty && properties[nameProperty] === undefined)
    notUnderstood.push({
      where,
      problem: 'it has no name of its own: it is taken for a new one, under its logical id',
    });
  const policyAt = (field: string): Json =>
    documentOf(properties[field], `${where}.Properties.${field}`, notUnderstood);
  const named = (field: string): string[] =>
    namesIn(properties[field], `${where}.Properties.${field}`, notUnderstood);
  switch (type) {
    case 'AWS::IAM::Role':
    case 'AWS::IAM::User': {
      const [name, id] = [nameOf(resource, values), arnOf(resource, place, values)];
      if (!isKnownText(name) || !isKnownText(id)) return unnamed(context);
      if (named('Groups').length > 0)
        notUnderstood.push({
          where: `${where}.Properties.Groups`,
          problem: 'what a group may do is not added to its new members',
        });
      const principal: Principal = type === 'AWS::IAM::Role' ? 'role' : 'user';
      const boundary = properties['PermissionsBoundary'];
      return [
        principalEdit({
          principal,
          where,
          account: place.account,
          id,
          name,
          ...(principal === 'role' && { trust: policyAt('AssumeRolePolicyDocument') }),
          inline: inlineIn(properties['Policies'], `${where}.Properties.Policies`, notUnderstood),
          managedArns: named('ManagedPolicyArns'),
          boundaryArn: isKnownText(boundary) ? boundary : undefined,
        }),
      ];
    }
    case 'AWS::IAM::Policy':
    case 'AWS::IAM::RolePolicy':
    case 'AWS::IAM::UserPolicy': {
      const name = properties['PolicyName'];
      if (!isKnownText(name)) return unnamed(context);
      const document = policyAt('PolicyDocument');
      return principalsIn(properties, named, context).map(([principal, who]) =>
        inlineEdit({ principal, where, account: place.account, named: who }, name, document),
      );
    }
    case 'AWS::IAM::ManagedPolicy': {
      const arn = arnOf(resource, place, values);
      if (!isKnownText(arn)) return unnamed(context);
      const document = policyAt('PolicyDocument');
      return principalsIn(properties, named, context).map(([principal, who]) =>
        attachmentEdit({ principal, where, account: place.account, named: who }, arn, true, document),
      );
    }
    case 'AWS::S3::BucketPolicy': {
      const bucket = properties['Bucket'];
      if (!isKnownText(bucket)) return unnamed(context);
      const Policy = policyAt('PolicyDocument');
      return [
        amendAws('bucket', where, bucket, place, (config) => ({
          ...config,
          Policy,
          PolicyStatus: unknownValue(where),
        })),
      ];
    }
    case 'AWS::Lambda::Url': {
      const target = properties['TargetFunctionArn'];
      const AuthType = properties['AuthType'] ?? null;
      return isKnownText(target)
        ? [
            amendAws('function', where, target, place, (config) => ({
              ...config,
              FunctionUrlConfig: { AuthType },
            })),
          ]
        : unnamed(context);
    }
    default: {
      const kind = KIND[type];
      if (!kind) {
        notUnderstood.push({ where, problem: `${type} is not looked at`, isOfOtherKind: true });
        return [];
      }
      const name = nameOf(resource, values);
      if (!isKnownText(name)) return unnamed(context);
      for (const [key, value] of Object.entries(properties))
        if (isUnread(value))
          notUnderstood.push({
            where: `${where}.Properties.${key}`,
            problem: `it rests on ${value.$unread.permission}, which the file does not tell`,
          });
      return [putAws(kind, where, name, configOf(type, name, properties), place)];
    }
  }
}

function unnamed({ where, notUnderstood }: Context): Edit[] {
  notUnderstood.push({ where, problem: 'what it is called cannot be told: give its parameters' });
  return [];
}

function principalsIn(
  properties: JsonObject,
  named: (field: string) => string[],
  { where, notUnderstood }: Context,
): (readonly [Principal, string])[] {
  if (named('Groups').length > 0 || properties['GroupName'] !== undefined)
    notUnderstood.push({
      where: `${where}.Properties.Groups`,
      problem: 'what is given to a group is not added to its members',
    });
  const roles = [...named('Roles'), ...named('RoleName')];
  const users = [...named('Users'), ...named('UserName')];
  return [...roles.map((role) => ['role', role] as const), ...users.map((user) => ['user', user] as const)];
}

/** A text or a list of texts; what of it is not known is said. */
function namesIn(value: Json | undefined, where: string, problems: NotUnderstood[]): string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).flatMap((each) => {
    if (isKnownText(each)) return [each];
    problems.push({ where, problem: 'a part of it cannot be told: give its parameters' });
    return [];
  });
}

function inlineIn(value: Json | undefined, where: string, problems: NotUnderstood[]) {
  return (Array.isArray(value) ? value : []).flatMap((policy, i) => {
    const name = isObject(policy) ? policy['PolicyName'] : undefined;
    return [
      {
        PolicyName: isKnownText(name) ? name : `${where}[${i}]`,
        PolicyDocument: documentOf(
          isObject(policy) ? policy['PolicyDocument'] : undefined,
          `${where}[${i}].PolicyDocument`,
          problems,
        ),
      },
    ];
  });
}

/** What the API answers with where the template leaves it out. Sources: CreateNotebookInstance, CreateModel. */
const BY_DEFAULT: Readonly<Record<string, JsonObject>> = {
  'AWS::SageMaker::NotebookInstance': { DirectInternetAccess: 'Enabled', RootAccess: 'Enabled' },
  'AWS::SageMaker::Model': { EnableNetworkIsolation: false },
  'AWS::SageMaker::Domain': { AppNetworkAccessType: 'PublicInternetOnly' },
};

/** Values of variables may be secrets: they are dropped here, as connectors do. */
const WITHHELD = ['Environment', 'EnvironmentVariables', 'Tags', 'Code'];

function configOf(type: string, name: string, properties: JsonObject): JsonObject {
  const kept = Object.fromEntries(Object.entries(properties).filter(([key]) => !WITHHELD.includes(key)));
  const spelled = type.startsWith('AWS::Bedrock') ? lowerFirst(kept) : withoutVariables(kept);
  const config = { ...BY_DEFAULT[type], ...(isObject(spelled) ? spelled : {}) };
  return type === 'AWS::S3::Bucket' ? bucketConfig(config, name) : config;
}

function withoutVariables(config: JsonObject): JsonObject {
  const without = (container: Json | undefined): Json | undefined => {
    if (!isObject(container) || isUnread(container)) return container;
    const { Environment: _withheld, ...kept } = container;
    return kept;
  };
  const { PrimaryContainer: primary, Containers: containers } = config;
  return {
    ...config,
    ...(primary !== undefined && { PrimaryContainer: without(primary) }),
    ...(Array.isArray(containers) && { Containers: containers.map((each) => without(each) ?? null) }),
  };
}

/** Other words than the API's. Source: Template Reference, AWS::S3::Bucket. */
const bucketConfig = (
  { PublicAccessBlockConfiguration, VersioningConfiguration, OwnershipControls }: JsonObject,
  name: string,
): JsonObject => ({
  Name: name,
  ...(PublicAccessBlockConfiguration !== undefined && { PublicAccessBlockConfiguration }),
  ...(VersioningConfiguration !== undefined && { Versioning: VersioningConfiguration }),
  ...(OwnershipControls !== undefined && { OwnershipControls }),
});
