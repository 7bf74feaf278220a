import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { isOfAiService } from './ai-permissions.ts';
import type { InlinePolicy, PolicyWithDocument } from './authorization.ts';

/**
 * By what somebody gets at an AI asset without an action of its service: at the objects, images, code, keys and
 * secrets that it rests on, at the role that it runs as, or at the permissions of somebody who may.
 * Source: Service Authorization Reference, “Actions, resources, and condition keys” of each service.
 */
const REACHING = [
  's3:GetObject',
  's3:GetObjectVersion',
  's3:PutObject',
  's3:PutObjectAcl',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:ReplicateObject',
  's3:PutBucketAcl',
  's3:PutBucketPolicy',
  's3:DeleteBucketPolicy',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketVersioning',
  's3:PutBucketNotification',
  's3:PutLifecycleConfiguration',
  's3:PutReplicationConfiguration',
  's3vectors:GetVectors',
  's3vectors:QueryVectors',
  's3vectors:PutVectors',
  's3vectors:DeleteVectors',
  's3vectors:PutVectorBucketPolicy',
  'aoss:APIAccessAll',
  'aoss:CreateAccessPolicy',
  'aoss:UpdateAccessPolicy',
  'es:ESHttpGet',
  'es:ESHttpPost',
  'es:ESHttpPut',
  'es:UpdateDomainConfig',
  'rds-data:ExecuteStatement',
  'ecr:PutImage',
  'ecr:BatchDeleteImage',
  'ecr:SetRepositoryPolicy',
  'ecr:DeleteRepositoryPolicy',
  'ecr:PutImageTagMutability',
  'lambda:CreateFunction',
  'lambda:UpdateFunctionCode',
  'lambda:UpdateFunctionConfiguration',
  'lambda:PublishLayerVersion',
  'lambda:AddPermission',
  'lambda:InvokeFunction',
  'lambda:CreateEventSourceMapping',
  'kms:Decrypt',
  'kms:CreateGrant',
  'kms:PutKeyPolicy',
  'kms:DisableKey',
  'kms:ScheduleKeyDeletion',
  'secretsmanager:GetSecretValue',
  'secretsmanager:BatchGetSecretValue',
  'secretsmanager:PutSecretValue',
  'secretsmanager:UpdateSecret',
  'secretsmanager:PutResourcePolicy',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  'ssm:PutParameter',
  'ssm:SendCommand',
  'ssm:StartSession',
  'ec2-instance-connect:SendSSHPublicKey',
  'sts:AssumeRole',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
  'iam:PassRole',
  'iam:AddRoleToInstanceProfile',
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:CreateServiceSpecificCredential',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteUserPermissionsBoundary',
  'iam:DetachRolePolicy',
  'iam:DetachUserPolicy',
  'iam:DeleteRolePolicy',
  'iam:DeleteUserPolicy',
  'iam:PutGroupPolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:PutUserPermissionsBoundary',
  'iam:PutUserPolicy',
  'iam:ResetServiceSpecificCredential',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateLoginProfile',
  // Actions that make AWS run code, or a stack, as a role that the caller need not be able to pass.
  'cloudformation:UpdateStack',
  'cloudformation:ExecuteChangeSet',
  'codebuild:StartBuild',
  'codebuild:UpdateProject',
  'codecommit:GitPush',
  'states:StartExecution',
  'states:UpdateStateMachine',
  'glue:UpdateJob',
  'ecs:ExecuteCommand',
  'ecs:RunTask',
  'ec2:RunInstances',
  'ec2:ModifyInstanceAttribute',
  'ec2:CreateLaunchTemplateVersion',
  'organizations:AttachPolicy',
  'organizations:DetachPolicy',
  'organizations:UpdatePolicy',
] as const;

/** What a pattern of an action reaches, once for each pattern: an account says the same ones thousands of times. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 20_000;

/**
 * Whether policies let somebody do what may lead to an AI asset. Resources and conditions are not looked at, nor is
 * what takes permissions away again: who decides access does that, with everything at hand.
 */
export const reachesAi = (policies: readonly (InlinePolicy | PolicyWithDocument)[]): boolean =>
  policies.some((policy) =>
    allows('PolicyDocument' in policy ? policy.PolicyDocument : (policy as PolicyWithDocument).Document),
  );

const judged = new WeakMap<object, boolean>();

function allows(document: Json | undefined): boolean {
  // What was not read, or is no policy, may allow anything.
  if (!isObject(document)) return true;
  const before = judged.get(document);
  if (before !== undefined) return before;
  const found = hasReachingStatement(document);
  judged.set(document, found);
  return found;
}

function hasReachingStatement(document: JsonObject): boolean {
  return [document['Statement']].flat().some((statement) => {
    if (!isObject(statement) || statement['Effect'] !== 'Allow') return false;
    // Everything but a few: something that leads on is among it.
    if (statement['NotAction'] !== undefined) return true;
    return [statement['Action']].flat().some((action) => typeof action === 'string' && leadsOn(action));
  });
}

function leadsOn(pattern: string): boolean {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const fits = new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'is',
  );
  const leads = isOfAiService(pattern) || REACHING.some((action) => fits.test(action));
  if (known.size < MOST_KNOWN) known.set(pattern, leads);
  return leads;
}
