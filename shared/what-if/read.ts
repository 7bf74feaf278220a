import { policyDocument } from '#shared/assets/aws/policy-document.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { type Destination, MOST_BYTES, type ResourceChange, WhatIfError } from './change.ts';
import { changesOfTemplate, isTemplate, parseTemplateText } from './cloudformation.ts';
import { changesOfPlan, isPlan } from './terraform-plan.ts';

export const FILE_KINDS = ['cloudformation', 'terraform', 'policy'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export interface ReadOptions {
  /** What the messages call it. */
  readonly file: string;
  readonly destination: Destination;
  /** Found out from the content where it is left out. */
  readonly kind?: FileKind | undefined;
  /** For a policy: whose it would be, an ARN of a role or user. */
  readonly principal?: string | undefined;
}

/** The changes in a file. Throws a WhatIfError that names the field and what to do. */
export function readChanges(
  text: string,
  { file, destination, kind, principal }: ReadOptions,
): { readonly kind: FileKind; readonly changes: readonly ResourceChange[] } {
  if (Buffer.byteLength(text) > MOST_BYTES)
    throw new WhatIfError(`${file}: is bigger than ${MOST_BYTES / 1024 / 1024} MiB`);
  const value = parseTemplateText(text, file);
  const found = kind ?? (isPlan(value) ? 'terraform' : isTemplate(value) ? 'cloudformation' : 'policy');
  switch (found) {
    case 'cloudformation':
      return { kind: found, changes: changesOfTemplate(value, file, destination) };
    case 'terraform':
      return { kind: found, changes: changesOfPlan(value, file) };
    case 'policy':
      return { kind: found, changes: [changeOfPolicy(value, file, principal)] };
  }
}

function changeOfPolicy(value: unknown, file: string, principal: string | undefined): ResourceChange {
  const parsed = policyDocument.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new WhatIfError(
      `${file}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is wrong'}; a CloudFormation template (Resources), a Terraform plan (resource_changes) or an IAM policy (Statement) is wanted`,
    );
  }
  const [, kind, name] = /:(role|user)\/(?:.*\/)?([^/]+)$/.exec(principal ?? '') ?? [];
  if (!kind || !name)
    throw new WhatIfError(
      `${file} is a policy: say whose with --principal and the ARN of a role or user, such as arn:aws:iam::111122223333:role/trainer`,
    );
  return {
    address: file,
    type: kind === 'role' ? 'AWS::IAM::RolePolicy' : 'AWS::IAM::UserPolicy',
    action: 'put',
    properties: {
      PolicyName: 'what-if',
      PolicyDocument: parsed.data as JsonObject,
      [kind === 'role' ? 'RoleName' : 'UserName']: name,
    },
  };
}
