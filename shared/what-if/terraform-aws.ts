import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { AWS_KINDS, type AwsKindName, amendAws, awsScope, putAws } from './aws-edits.ts';
import type { Edit } from './change.ts';
import {
  attachmentEdit,
  documentOf,
  iamScope,
  inlineEdit,
  type Principal,
  partitionIn,
  principalEdit,
} from './iam-edits.ts';
import type { Planned, Translation } from './terraform.ts';
import { isKnownText, unknownValue } from './unknown-value.ts';

/** Argument names: the AWS provider's registry pages. `undefined`: the type is not looked at. */
export function awsTerraformEdits(
  planned: Planned,
  { place, notUnderstood }: Translation,
): Edit[] | undefined {
  const { where, type, destroyed, values } = planned;
  const { account } = place;
  const text = (key: string): string | undefined => (isKnownText(values[key]) ? values[key] : undefined);
  const unnamed = (key: string): Edit[] => {
    notUnderstood.push({ where: `${where}.${key}`, problem: 'it is known after apply only' });
    return [];
  };
  const document = (key: string): Json => documentOf(values[key], `${where}.${key}`, notUnderstood);
  const policyOn = (principal: Principal, key: 'role' | 'user'): Edit[] => {
    const [named, name] = [text(key), text('name')];
    if (!named) return unnamed(key);
    if (!name) return unnamed('name');
    return [
      inlineEdit({ principal, where, account, named }, name, destroyed ? undefined : document('policy')),
    ];
  };
  const attachmentOn = (principal: Principal, key: 'role' | 'user'): Edit[] => {
    const [named, arn] = [text(key), text('policy_arn')];
    if (!named) return unnamed(key);
    if (!arn) return unnamed('policy_arn');
    return [attachmentEdit({ principal, where, account, named }, arn, !destroyed)];
  };
  switch (type) {
    case 'aws_iam_role':
    case 'aws_iam_user': {
      const principal: Principal = type === 'aws_iam_role' ? 'role' : 'user';
      const name = text('name');
      if (!name) return unnamed('name');
      const id =
        text('arn') ??
        `arn:${partitionIn(place.region)}:iam::${account}:${principal}${text('path') ?? '/'}${name}`;
      if (destroyed)
        return [
          { kind: 'remove', where, target: { type: `aws.iam.${principal}`, scope: iamScope(account), id } },
        ];
      return [
        principalEdit({
          principal,
          where,
          account,
          id,
          name,
          ...(principal === 'role' && { trust: document('assume_role_policy') }),
          inline:
            inlineIn(values['inline_policy'], `${where}.inline_policy`, notUnderstood) ??
            (isKnownBefore(planned) ? undefined : []),
          managedArns: textsIn(values['managed_policy_arns']) ?? (isKnownBefore(planned) ? undefined : []),
          boundaryArn: text('permissions_boundary'),
        }),
      ];
    }
    case 'aws_iam_role_policy':
      return policyOn('role', 'role');
    case 'aws_iam_user_policy':
      return policyOn('user', 'user');
    case 'aws_iam_role_policy_attachment':
      return attachmentOn('role', 'role');
    case 'aws_iam_user_policy_attachment':
      return attachmentOn('user', 'user');
    case 'aws_s3_bucket_policy': {
      const bucket = text('bucket');
      if (!bucket) return unnamed('bucket');
      const Policy = destroyed ? undefined : document('policy');
      return [
        amendAws('bucket', where, bucket, place, ({ Policy: _before, ...config }) => ({
          ...config,
          ...(Policy !== undefined && { Policy }),
          PolicyStatus: unknownValue(where),
        })),
      ];
    }
    case 'aws_s3_bucket_public_access_block': {
      const bucket = text('bucket');
      if (!bucket) return unnamed('bucket');
      const PublicAccessBlockConfiguration = destroyed
        ? undefined
        : {
            BlockPublicAcls: values['block_public_acls'] ?? false,
            IgnorePublicAcls: values['ignore_public_acls'] ?? false,
            BlockPublicPolicy: values['block_public_policy'] ?? false,
            RestrictPublicBuckets: values['restrict_public_buckets'] ?? false,
          };
      return [
        amendAws(
          'bucket',
          where,
          bucket,
          place,
          ({ PublicAccessBlockConfiguration: _before, ...config }) => ({
            ...config,
            ...(PublicAccessBlockConfiguration && { PublicAccessBlockConfiguration }),
          }),
        ),
      ];
    }
    case 'aws_lambda_function_url': {
      const named = text('function_name');
      if (!named) return unnamed('function_name');
      const AuthType = values['authorization_type'] ?? null;
      return [
        amendAws('function', where, named, place, ({ FunctionUrlConfig: _before, ...config }) =>
          destroyed ? config : { ...config, FunctionUrlConfig: { AuthType } },
        ),
      ];
    }
    default: {
      const kind = KINDS[type];
      if (!kind) return undefined;
      const name = text(kind.name);
      if (!name) return unnamed(kind.name);
      const id =
        kind.id && isKnownText(values[kind.id])
          ? AWS_KINDS[kind.kind].arn(values[kind.id] as string, place)
          : text('arn');
      if (destroyed)
        return [
          {
            kind: 'remove',
            where,
            target: { type: AWS_KINDS[kind.kind].type, scope: awsScope(place), ...(id ? { id } : { name }) },
          },
        ];
      const config = Object.fromEntries(
        Object.entries(kind.fields).flatMap(([ours, theirs]) =>
          theirs in values ? [[ours, values[theirs] ?? undefined]] : [],
        ),
      );
      for (const [key, value] of Object.entries(config))
        if (isUnread(value))
          notUnderstood.push({ where: `${where}.${key}`, problem: 'it is known after apply only' });
      return [putAws(kind.kind, where, name, config, place, id)];
    }
  }
}

/** On an update, policies that other resources manage stay as they were read. */
const isKnownBefore = ({ before }: Planned): boolean => Object.keys(before).length > 0;

interface Kind {
  readonly kind: AwsKindName;
  readonly name: string;
  /** The argument that holds the id which stands in the ARN, where that is not the name. */
  readonly id?: string;
  /** The API's field by ours from the plan. */
  readonly fields: Readonly<Record<string, string>>;
}

const KINDS: Readonly<Record<string, Kind>> = {
  aws_s3_bucket: { kind: 'bucket', name: 'bucket', fields: { Name: 'bucket' } },
  aws_sagemaker_notebook_instance: {
    kind: 'notebook',
    name: 'name',
    fields: {
      NotebookInstanceName: 'name',
      RoleArn: 'role_arn',
      DirectInternetAccess: 'direct_internet_access',
      RootAccess: 'root_access',
      SubnetId: 'subnet_id',
      KmsKeyId: 'kms_key_id',
      NotebookInstanceLifecycleConfigName: 'lifecycle_config_name',
    },
  },
  aws_sagemaker_model: {
    kind: 'model',
    name: 'name',
    fields: {
      ModelName: 'name',
      ExecutionRoleArn: 'execution_role_arn',
      EnableNetworkIsolation: 'enable_network_isolation',
    },
  },
  aws_sagemaker_endpoint: {
    kind: 'endpoint',
    name: 'name',
    fields: { EndpointName: 'name', EndpointConfigName: 'endpoint_config_name' },
  },
  aws_sagemaker_domain: {
    kind: 'domain',
    name: 'domain_name',
    id: 'id',
    fields: {
      DomainName: 'domain_name',
      AuthMode: 'auth_mode',
      AppNetworkAccessType: 'app_network_access_type',
      KmsKeyId: 'kms_key_id',
    },
  },
  aws_bedrockagent_agent: {
    kind: 'agent',
    name: 'agent_name',
    id: 'agent_id',
    fields: {
      agentName: 'agent_name',
      agentResourceRoleArn: 'agent_resource_role_arn',
      foundationModel: 'foundation_model',
      customerEncryptionKeyArn: 'customer_encryption_key_arn',
    },
  },
  aws_bedrockagent_knowledge_base: {
    kind: 'knowledgeBase',
    name: 'name',
    id: 'id',
    fields: { name: 'name', roleArn: 'role_arn' },
  },
  aws_bedrockagentcore_agent_runtime: {
    kind: 'runtime',
    name: 'agent_runtime_name',
    id: 'agent_runtime_id',
    fields: { agentRuntimeName: 'agent_runtime_name', roleArn: 'role_arn' },
  },
  aws_bedrockagentcore_gateway: {
    kind: 'gateway',
    name: 'name',
    id: 'gateway_id',
    fields: {
      name: 'name',
      roleArn: 'role_arn',
      authorizerType: 'authorizer_type',
      protocolType: 'protocol_type',
    },
  },
  aws_lambda_function: {
    kind: 'function',
    name: 'function_name',
    fields: { FunctionName: 'function_name', Role: 'role', Runtime: 'runtime' },
  },
};

function inlineIn(value: Json | undefined, where: string, problems: Translation['notUnderstood']) {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.flatMap((policy: Json) => {
    const { name, policy: text } = isObject(policy) ? policy : ({} as JsonObject);
    return isKnownText(name) ? [{ PolicyName: name, PolicyDocument: documentOf(text, where, problems) }] : [];
  });
}

const textsIn = (value: Json | undefined): string[] | undefined =>
  Array.isArray(value) ? value.filter(isKnownText) : undefined;
