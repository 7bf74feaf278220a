import * as z from 'zod';
import { isObject, type Json, JsonObject } from '#shared/model/json.ts';
import { MOST_RESOURCES, type ResourceChange, WhatIfError } from './change.ts';

/** Of `terraform show -json`. Source: Terraform, “JSON output format”, plan representation. */
const Plan = z.looseObject({
  format_version: z.string(),
  resource_changes: z.array(
    z.looseObject({
      address: z.string(),
      mode: z.string().optional(),
      type: z.string(),
      change: z.looseObject({
        actions: z.array(z.string()),
        before: JsonObject.nullish(),
        after: JsonObject.nullish(),
      }),
    }),
  ),
});

export const isPlan = (value: Json): boolean => isObject(value) && 'resource_changes' in value;

/** What a plan creates, updates and deletes; what it only reads or leaves is no change. */
export function changesOfPlan(value: Json, file: string): ResourceChange[] {
  const parsed = Plan.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new WhatIfError(
      `${file}: ${issue?.path.join('.') || 'the plan'} ${issue?.message ?? 'is wrong'}; write the plan with "terraform show -json plan.out"`,
    );
  }
  const { resource_changes: changes } = parsed.data;
  if (changes.length > MOST_RESOURCES)
    throw new WhatIfError(
      `${file}: resource_changes has ${changes.length} entries; up to ${MOST_RESOURCES} are looked at`,
    );
  return changes.flatMap(({ address, mode, type, change: { actions, before, after } }): ResourceChange[] => {
    if (mode === 'data' || actions.every((action) => action === 'no-op' || action === 'read')) return [];
    // A replacement deletes and creates: what stands afterwards counts.
    if (after) return [{ address, type, action: 'put', properties: after }];
    return [{ address, type, action: 'delete', properties: before ?? {} }];
  });
}
