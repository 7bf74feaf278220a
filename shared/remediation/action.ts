import type * as z from 'zod';
import type { Operation } from '#connectors/operation.ts';
import type { Json, JsonObject } from '#shared/model/json.ts';
import type { MissingParameter } from '#shared/model/remediation.ts';
import type { Target } from './access.ts';

/**
 * One setting of one asset, as the cloud's API reads and writes it. That it can be read, put and taken away
 * is all that planning, acting, undoing, verifying and noticing drift need.
 */
export interface Setting {
  readonly read: Operation;
  readonly put: Operation;
  /** Absent where the API cannot take the setting away. */
  readonly remove?: Operation;
  /** What undo puts where nothing was set and the API cannot take the setting away: its documented default. */
  readonly absentMeans?: Json;
  /** `null` where nothing is set. Gives the fields that are put, and no others. */
  present(target: Target): Promise<Json>;
  write(target: Target, value: Json): Promise<void>;
}

interface SettingDeclaration<Value extends JsonObject> {
  readonly value: z.ZodType<Value>;
  readonly read: Operation;
  readonly put: Operation;
  readonly remove?: Operation;
  readonly absentMeans?: Value;
  present(target: Target): Promise<Value | undefined>;
  set(target: Target, value: Value): Promise<void>;
  clear?(target: Target): Promise<void>;
}

export function setting<Value extends JsonObject>(declaration: SettingDeclaration<Value>): Setting {
  const { value: schema, present, set, clear, ...operations } = declaration;
  return Object.freeze({
    ...operations,
    present: async (target: Target) => (await present(target)) ?? null,
    write: async (target: Target, value: Json) => {
      if (value !== null) return set(target, schema.parse(value));
      if (!clear) throw new Error(`${operations.put.id} has nothing that takes it away`);
      return clear(target);
    },
  });
}

/** What the setting should be, or the parameters without which nobody can say. */
export type Wanted = { readonly value: JsonObject } | { readonly missing: readonly MissingParameter[] };

export interface ActionDeclaration<Parameters extends JsonObject> {
  /** An imperative sentence: “Block public access to the bucket”. */
  readonly title: string;
  /** The ids of the checks that pass once the setting is as wanted. */
  readonly fixes: readonly string[];
  /** What may break, for the person who approves. */
  readonly risk: string;
  /** The setting by asset type. */
  readonly settings: Readonly<Record<string, Setting>>;
  readonly parameters: z.ZodType<Parameters>;
  wanted(before: Json, parameters: Parameters): Wanted;
  /** ARNs that the AWS actions are granted on, with `{partition}`; all where the API knows no resources. */
  readonly resources?: readonly string[];
  /** The service that is handed a role, which takes `iam:PassRole` on that role. */
  readonly passesRoleTo?: string;
}

/** A declaration with its parameters checked; the registry adds the id, which is the file's path. */
export interface UnnamedAction extends Omit<ActionDeclaration<JsonObject>, 'wanted' | 'parameters'> {
  readonly parameters: z.ZodType<JsonObject>;
  /** Throws a ZodError where the parameters are not what the action takes. */
  wanted(before: Json, parameters: JsonObject): Wanted;
}

export interface Action extends UnnamedAction {
  /** `aws.s3.block-public-access` */
  readonly id: string;
}

export function action<Parameters extends JsonObject>(
  declaration: ActionDeclaration<Parameters>,
): UnnamedAction {
  return Object.freeze({
    ...declaration,
    wanted: (before: Json, parameters: JsonObject) =>
      declaration.wanted(before, declaration.parameters.parse(parameters)),
  });
}

/** Everything that the action may call, each operation once. */
export function operationsOfAction({ settings }: Pick<Action, 'settings'>): Operation[] {
  const operations = Object.values(settings).flatMap(({ read, put, remove }) => [
    read,
    put,
    ...(remove ? [remove] : []),
  ]);
  return [...new Map(operations.map((operation) => [operation.id, operation])).values()];
}
