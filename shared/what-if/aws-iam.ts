import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { GLOBAL } from '#shared/model/scope.ts';
import type { ResourceChange } from './change.ts';
import type { Draft } from './draft.ts';
import type { Translation } from './translation.ts';

const ROLE = 'aws.iam.role';
const USER = 'aws.iam.user';

const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const texts = (value: Json | undefined): string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string');
const objects = (value: Json | undefined): JsonObject[] => [value].flat().filter((one) => isObject(one));

/** Terraform writes policies as text, CloudFormation as they are. */
function documentIn(value: Json | undefined): JsonObject | undefined {
  if (isObject(value)) return value;
  if (typeof value !== 'string') return undefined;
  try {
    const parsed: unknown = JSON.parse(value);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

const arnOf = (kind: 'role' | 'user', name: string, { destination }: Draft): string =>
  name.startsWith('arn:') ? name : `arn:aws:iam::${destination.account}:${kind}/${name}`;

const nameOf = (value: string): string => value.slice(value.lastIndexOf('/') + 1);

/** Makes a role or user, or gives one that is there what is written of it. */
function putPrincipal(kind: 'role' | 'user', name: string, config: JsonObject, draft: Draft): void {
  const type = kind === 'role' ? ROLE : USER;
  const known = draft.find([type], name);
  const id = known?.id ?? arnOf(kind, name, draft);
  draft.put({
    id,
    type,
    name,
    scope: known?.scope ?? { provider: 'aws', account: draft.destination.account, region: GLOBAL },
    config: { Arn: id, [kind === 'role' ? 'RoleName' : 'UserName']: name, ...config },
  });
}

const inlineKey = (kind: 'role' | 'user'): string => (kind === 'role' ? 'RolePolicyList' : 'UserPolicyList');

/** The document of a managed policy, out of the file or of somebody on record who has it. */
const DOCUMENTS = new WeakMap<Draft, Map<string, JsonObject>>();

function documentsOf(draft: Draft): Map<string, JsonObject> {
  const known = DOCUMENTS.get(draft);
  if (known) return known;
  const found = new Map<string, JsonObject>();
  for (const { config } of draft.assets)
    for (const key of ['AttachedManagedPolicies', 'GroupAttachedPolicies'])
      for (const { PolicyArn, Document } of objects(config[key]))
        if (typeof PolicyArn === 'string' && isObject(Document)) found.set(PolicyArn, Document);
  DOCUMENTS.set(draft, found);
  return found;
}

const attached = (arns: readonly string[], draft: Draft): JsonObject[] =>
  arns.map((PolicyArn) => {
    const Document = documentsOf(draft).get(PolicyArn);
    return { PolicyName: nameOf(PolicyArn), PolicyArn, ...(Document ? { Document } : {}) };
  });

const missingOf = (arns: readonly string[], draft: Draft): string | undefined => {
  const missing = arns.filter((arn) => !documentsOf(draft).has(arn));
  return missing.length === 0 ? undefined : `what ${missing.join(', ')} allows is not on record`;
};

/** Adds an inline policy to a principal on record, in the place of one of the same name. */
export function putInline(
  kind: 'role' | 'user',
  principal: string,
  policy: { readonly PolicyName: string; readonly PolicyDocument: JsonObject },
  draft: Draft,
): string | undefined {
  const known = draft.find([kind === 'role' ? ROLE : USER], nameOf(principal)) ?? draft.get(principal);
  if (!known) return `${kind} ${principal} is neither on record nor in the file`;
  const key = inlineKey(kind);
  const others = objects(known.config[key]).filter(({ PolicyName }) => PolicyName !== policy.PolicyName);
  draft.put({ ...known, config: { [key]: [...others, { ...policy }] } });
  return undefined;
}

function attach(kind: 'role' | 'user', principal: string, arn: string, draft: Draft): string | undefined {
  const known = draft.find([kind === 'role' ? ROLE : USER], nameOf(principal));
  if (!known) return `${kind} ${principal} is neither on record nor in the file`;
  const others = objects(known.config['AttachedManagedPolicies']).filter(
    ({ PolicyArn }) => PolicyArn !== arn,
  );
  draft.put({ ...known, config: { AttachedManagedPolicies: [...others, ...attached([arn], draft)] } });
  return missingOf([arn], draft);
}

function detach(kind: 'role' | 'user', principal: string, arn: string, draft: Draft): string | undefined {
  const known = draft.find([kind === 'role' ? ROLE : USER], nameOf(principal));
  if (!known) return undefined;
  const rest = objects(known.config['AttachedManagedPolicies']).filter(({ PolicyArn }) => PolicyArn !== arn);
  draft.put({ ...known, config: { AttachedManagedPolicies: rest } });
  return undefined;
}

function removePrincipal(kind: 'role' | 'user', name: string, draft: Draft): string | undefined {
  const known = draft.find([kind === 'role' ? ROLE : USER], name);
  if (!known) return `${kind} ${name} is not on record`;
  draft.remove(known.id);
  return undefined;
}

/** CloudFormation names its properties as the API does. */
const cloudFormationPrincipal = (kind: 'role' | 'user'): Translation => ({
  types: [kind === 'role' ? 'AWS::IAM::Role' : 'AWS::IAM::User'],
  apply({ properties }, draft) {
    const name = String(properties['$name']);
    const arns = texts(properties['ManagedPolicyArns']);
    const boundary = text(properties['PermissionsBoundary']);
    putPrincipal(
      kind,
      name,
      {
        ...(kind === 'role' ? { AssumeRolePolicyDocument: properties['AssumeRolePolicyDocument'] } : {}),
        [inlineKey(kind)]: objects(properties['Policies']),
        AttachedManagedPolicies: attached(arns, draft),
        ...(boundary ? { PermissionsBoundary: boundaryOf(boundary, draft) } : {}),
      },
      draft,
    );
    return missingOf([...arns, ...(boundary ? [boundary] : [])], draft);
  },
});

const boundaryOf = (arn: string, draft: Draft): JsonObject => ({
  PermissionsBoundaryArn: arn,
  Document: documentsOf(draft).get(arn),
});

const terraformPrincipal = (kind: 'role' | 'user'): Translation => ({
  types: [`aws_iam_${kind}`],
  apply({ properties, action }, draft) {
    const name = text(properties['name']);
    if (!name) return 'its name is known only after the change';
    if (action === 'delete') return removePrincipal(kind, name, draft);
    const inline = objects(properties['inline_policy']).flatMap(({ name: PolicyName, policy }) => {
      const PolicyDocument = documentIn(policy);
      return PolicyDocument ? [{ PolicyName: String(PolicyName), PolicyDocument }] : [];
    });
    const arns = texts(properties['managed_policy_arns']);
    const boundary = text(properties['permissions_boundary']);
    const trust = documentIn(properties['assume_role_policy']);
    putPrincipal(
      kind,
      name,
      {
        ...(trust ? { AssumeRolePolicyDocument: trust } : {}),
        ...(inline.length > 0 ? { [inlineKey(kind)]: inline } : {}),
        ...(arns.length > 0 ? { AttachedManagedPolicies: attached(arns, draft) } : {}),
        ...(boundary ? { PermissionsBoundary: boundaryOf(boundary, draft) } : {}),
      },
      draft,
    );
    if (kind === 'role' && !trust) return 'its trust policy is known only after the change';
    return missingOf([...arns, ...(boundary ? [boundary] : [])], draft);
  },
});

const terraformInline = (kind: 'role' | 'user'): Translation => ({
  types: [`aws_iam_${kind}_policy`],
  apply({ properties, action, address }, draft) {
    const principal = text(properties[kind]);
    if (!principal) return `its ${kind} is known only after the change`;
    const PolicyName = text(properties['name']) ?? address;
    if (action === 'delete') {
      const known = draft.find([kind === 'role' ? ROLE : USER], principal);
      if (!known) return undefined;
      const key = inlineKey(kind);
      draft.put({
        ...known,
        config: { [key]: objects(known.config[key]).filter((policy) => policy['PolicyName'] !== PolicyName) },
      });
      return undefined;
    }
    const PolicyDocument = documentIn(properties['policy']);
    if (!PolicyDocument) return 'its policy is known only after the change';
    return putInline(kind, principal, { PolicyName, PolicyDocument }, draft);
  },
});

const terraformAttachment = (kind: 'role' | 'user'): Translation => ({
  types: [`aws_iam_${kind}_policy_attachment`],
  apply({ properties, action }, draft) {
    const [principal, arn] = [text(properties[kind]), text(properties['policy_arn'])];
    if (!principal || !arn) return `its ${kind} or its policy is known only after the change`;
    return (action === 'delete' ? detach : attach)(kind, principal, arn, draft);
  },
});

/** A managed policy with what it allows, for whoever it is attached to: known to the whole file before anything else. */
const managedPolicy: Translation = {
  types: ['AWS::IAM::ManagedPolicy', 'aws_iam_policy'],
  apply({ properties, action }, draft) {
    const name = text(properties['$name']) ?? text(properties['name']);
    const arn = text(properties['arn']) ?? `arn:aws:iam::${draft.destination.account}:policy/${name}`;
    const Document = documentIn(properties['PolicyDocument'] ?? properties['policy']);
    if (action === 'delete') return undefined;
    if (!name || !Document) return 'its name or document is known only after the change';
    documentsOf(draft).set(arn, Document);
    for (const asset of draft.assets) {
      const policies = objects(asset.config['AttachedManagedPolicies']);
      if (policies.some(({ PolicyArn }) => PolicyArn === arn))
        draft.put({
          ...asset,
          config: {
            AttachedManagedPolicies: policies.map((one) =>
              one['PolicyArn'] === arn ? { ...one, Document } : one,
            ),
          },
        });
    }
    return firstOf([
      ...texts(properties['Roles']).map((role) => attach('role', role, arn, draft)),
      ...texts(properties['Users']).map((user) => attach('user', user, arn, draft)),
    ]);
  },
};

const firstOf = (reasons: readonly (string | undefined)[]): string | undefined =>
  reasons.find((reason) => reason !== undefined);

/** `AWS::IAM::Policy` is an inline policy of each principal that it names. */
const inlinePolicy: Translation = {
  types: ['AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::UserPolicy'],
  apply({ properties }, draft) {
    const PolicyDocument = documentIn(properties['PolicyDocument']);
    if (!PolicyDocument) return 'it has no PolicyDocument';
    const policy = { PolicyName: String(properties['PolicyName'] ?? properties['$name']), PolicyDocument };
    const groups = texts(properties['Groups']);
    return firstOf([
      ...[...texts(properties['Roles']), ...texts(properties['RoleName'])].map((role) =>
        putInline('role', role, policy, draft),
      ),
      ...[...texts(properties['Users']), ...texts(properties['UserName'])].map((user) =>
        putInline('user', user, policy, draft),
      ),
      groups.length > 0 ? `groups (${groups.join(', ')}) are not on record by themselves` : undefined,
    ]);
  },
};

const bucketPolicy: Translation = {
  types: ['AWS::S3::BucketPolicy', 'aws_s3_bucket_policy'],
  apply({ properties, action }, draft) {
    const bucket = text(properties['Bucket']) ?? text(properties['bucket']);
    const known = bucket && (draft.get(`arn:aws:s3:::${bucket}`) ?? draft.find(['aws.s3.bucket'], bucket));
    if (!known) return `bucket ${bucket ?? ''} is not on record: nothing of AI refers to it`;
    const Policy = documentIn(properties['PolicyDocument'] ?? properties['policy']);
    if (action === 'put' && !Policy) return 'its policy is known only after the change';
    draft.put({ ...known, config: { Policy: action === 'delete' ? undefined : Policy } });
    return undefined;
  },
};

/** Policies come before principals, and principals before what is attached to them. */
export const AWS_IDENTITY: readonly Translation[] = [
  cloudFormationPrincipal('role'),
  cloudFormationPrincipal('user'),
  terraformPrincipal('role'),
  terraformPrincipal('user'),
  managedPolicy,
  inlinePolicy,
  terraformInline('role'),
  terraformInline('user'),
  terraformAttachment('role'),
  terraformAttachment('user'),
  bucketPolicy,
];

export type { ResourceChange };
