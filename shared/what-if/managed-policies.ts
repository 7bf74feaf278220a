import type { Asset } from '#shared/model/asset.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import type { NotUnderstood } from './change.ts';
import { unknownValue } from './unknown-value.ts';

/** The attached policies and the boundary of a principal. */
const policiesOf = ({
  AttachedManagedPolicies,
  GroupAttachedPolicies,
  PermissionsBoundary,
}: JsonObject): JsonObject[] =>
  [AttachedManagedPolicies, GroupAttachedPolicies, [PermissionsBoundary ?? null]]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .filter(isObject);

const arnOf = ({ PolicyArn, PermissionsBoundaryArn }: JsonObject): string =>
  String(PolicyArn ?? PermissionsBoundaryArn);

/** Of managed policies, as they are attached anywhere in the inventory. */
export function policyDocumentsIn(assets: readonly Asset[]): ReadonlyMap<string, Json> {
  const documents = new Map<string, Json>();
  for (const policy of assets.flatMap(({ config }) => policiesOf(config))) {
    const { Document: document } = policy;
    if (document !== undefined && !isUnread(document)) documents.set(arnOf(policy), document);
  }
  return documents;
}

/** A file names managed policies by their ARN: their documents are looked for where they are attached already. */
export function withDocuments(
  asset: Asset,
  documents: ReadonlyMap<string, Json>,
  problems: NotUnderstood[],
): Asset {
  if (policiesOf(asset.config).every((policy) => !('whatIf' in policy))) return asset;
  const resolved = (policy: Json): Json => {
    if (!isObject(policy) || !('whatIf' in policy)) return policy;
    const { whatIf, ...rest } = policy;
    const arn = arnOf(rest);
    const document = rest['Document'] ?? documents.get(arn);
    if (document !== undefined) return { ...rest, Document: document };
    problems.push({
      where: String(whatIf),
      problem: `the document of ${arn} is neither in the file nor attached to anything in the inventory`,
    });
    return { ...rest, Document: unknownValue(arn) };
  };
  const { AttachedManagedPolicies: attached, PermissionsBoundary: boundary } = asset.config;
  return {
    ...asset,
    config: {
      ...asset.config,
      ...(Array.isArray(attached) && { AttachedManagedPolicies: attached.map(resolved) }),
      ...(boundary !== undefined && { PermissionsBoundary: resolved(boundary) }),
    },
  };
}
