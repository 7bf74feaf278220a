import * as z from 'zod';
import { Json, type JsonObject } from '#shared/model/json.ts';
import type { Change, Edit, NotUnderstood, Place } from './change.ts';
import { awsTerraformEdits } from './terraform-aws.ts';
import { azureTerraformEdits } from './terraform-azure.ts';
import { gcpTerraformEdits } from './terraform-gcp.ts';
import { unknownValue } from './unknown-value.ts';
import { UnusableFile } from './unusable-file.ts';

/** The part of `terraform show -json` that is read. Source: “JSON Output Format”, Plan Representation, format 1.x. */
const Plan = z.object({
  format_version: z.string(),
  resource_changes: z.array(
    z.object({
      address: z.string(),
      mode: z.string().optional(),
      type: z.string(),
      change: z.object({
        actions: z.array(z.enum(['no-op', 'create', 'read', 'update', 'delete', 'forget'])),
        before: z.record(z.string(), Json).nullish(),
        after: z.record(z.string(), Json).nullish(),
        after_unknown: z.json().optional(),
      }),
    }),
  ),
});

/** One resource of a plan, as it would be or, when it is destroyed, as it is. */
export interface Planned {
  readonly where: string;
  readonly type: string;
  readonly destroyed: boolean;
  /** With unknown values in place of what is “known after apply”. */
  readonly values: JsonObject;
  readonly before: JsonObject;
}

export interface Translation {
  readonly place: Place;
  readonly notUnderstood: NotUnderstood[];
}

/** A plan as a change of the inventory. Throws an {@link UnusableFile} where it is none. */
export function terraformChange(file: JsonObject, place: Place): Change {
  const parsed = Plan.safeParse(file);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UnusableFile(
      issue?.path.join('.') || 'the file',
      issue?.message ?? 'it is no plan',
      'write one with: terraform show -json plan.tfplan > plan.json',
    );
  }
  const notUnderstood: NotUnderstood[] = [];
  const edits: Edit[] = [];
  for (const { address, mode, type, change } of parsed.data.resource_changes) {
    const { actions, before, after, after_unknown: unknown } = change;
    if (mode === 'data' || actions.every((action) => action === 'no-op' || action === 'read')) continue;
    // `forget` takes it out of the state and leaves it where it is.
    if (actions.includes('forget')) continue;
    const destroyed = actions.includes('delete') && !actions.includes('create');
    const values = destroyed ? before : withUnknown(after ?? {}, unknown, address);
    const planned = {
      where: address,
      type,
      destroyed,
      values: (values ?? {}) as JsonObject,
      before: (before ?? {}) as JsonObject,
    };
    const translate = type.startsWith('aws_')
      ? awsTerraformEdits
      : /^(azurerm|azapi)_/.test(type)
        ? azureTerraformEdits
        : type.startsWith('google_')
          ? gcpTerraformEdits
          : undefined;
    const translated = translate?.(planned, { place, notUnderstood });
    if (translated) edits.push(...translated);
    else notUnderstood.push({ where: address, problem: `${type} is not looked at`, isOfOtherKind: true });
  }
  return { edits, notUnderstood };
}

/** `after_unknown` has `true` where a value is known after apply only. */
function withUnknown(after: Json, unknown: unknown, where: string): Json {
  if (unknown === true) return unknownValue(where);
  if (typeof unknown !== 'object' || unknown === null) return after;
  if (Array.isArray(after))
    return after.map((element, i) => withUnknown(element, (unknown as readonly unknown[])[i], where));
  if (typeof after !== 'object' || after === null)
    return Object.keys(unknown).length > 0 && after === null && hasTrue(unknown)
      ? unknownValue(where)
      : after;
  const merged: JsonObject = { ...after };
  for (const [key, inner] of Object.entries(unknown))
    merged[key] = withUnknown(merged[key] ?? null, inner, `${where}.${key}`);
  return merged;
}

const hasTrue = (value: unknown): boolean =>
  value === true || (typeof value === 'object' && value !== null && Object.values(value).some(hasTrue));
