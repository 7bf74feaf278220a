import * as z from 'zod';
import type { Operation } from '#connectors/operation.ts';
import type { Json, JsonObject } from '#shared/model/json.ts';
import type { MissingParameter } from '#shared/model/remediation.ts';
import type { Target } from './access.ts';

/** A setting as it was found. What is written is written onto this, and not onto whatever has come since. */
export interface Sight {
  /** `null` where nothing is set. The fields that are put, and no others. */
  readonly value: Json;
  /** Why changing it as wanted would do harm, or is not possible, as things are. */
  readonly obstacle?: string;
  /** Where the API has a condition for it, the cloud refuses if the setting is no longer what was found. */
  write(value: Json): Promise<void>;
}

/**
 * One setting of one asset, as the cloud's API reads and writes it. That it can be read, put and taken away
 * is all that planning, acting, undoing, verifying and noticing drift need.
 */
export interface Setting {
  readonly read: Operation;
  readonly put: Operation;
  /** Absent where the API cannot take the setting away. */
  readonly remove?: Operation;
  /** What the operations take beside the permissions of their own. */
  readonly furtherPermissions?: readonly string[];
  /** What undo puts for a field that was not set and that the API cannot take away: its documented default. */
  readonly absentMeans?: JsonObject;
  look(target: Target): Promise<Sight>;
}

interface SettingDeclaration<Value extends JsonObject, Found> {
  readonly value: z.ZodType<Value>;
  readonly read: Operation;
  readonly put: Operation;
  readonly remove?: Operation;
  readonly furtherPermissions?: readonly string[];
  readonly absentMeans?: Value;
  /** The reply that the setting is taken from, with what a write is made conditional on. */
  find(target: Target): Promise<Found>;
  present(found: Found): Value | undefined;
  obstacle?(found: Found): string | undefined;
  set(target: Target, value: Value, found: Found): Promise<void>;
  clear?(target: Target): Promise<void>;
}

export function setting<Value extends JsonObject, Found>(
  declaration: SettingDeclaration<Value, Found>,
): Setting {
  const { value: schema, find, present, obstacle, set, clear, ...declared } = declaration;
  return Object.freeze({
    ...declared,
    look: async (target: Target): Promise<Sight> => {
      const found = await find(target);
      const reason = obstacle?.(found);
      return {
        value: present(found) ?? null,
        ...(reason === undefined ? {} : { obstacle: reason }),
        write: async (value) => {
          if (value !== null) return set(target, schema.parse(value), found);
          if (!clear) throw new Error(`${declared.put.id} has nothing that takes it away`);
          return clear(target);
        },
      };
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
  /** By asset type, what the API does not change in place: why, and what a person does instead. */
  readonly byHand?: Readonly<Record<string, string>>;
  readonly parameters: z.ZodType<Parameters>;
  wanted(before: Json, parameters: Parameters): Wanted;
  /** ARNs that the AWS actions are granted on, with `{partition}`; all where the API knows no resources. */
  readonly resources?: readonly string[];
  /** The service that is handed a role, which takes `iam:PassRole` on that role. */
  readonly passesRoleTo?: string;
}

type ByHandDeclaration = Pick<UnnamedAction, 'title' | 'fixes' | 'risk'> & {
  readonly assetType: string;
  /** Why the API does not change it in place, and what to do instead. */
  readonly instead: string;
};

/** What nobody but a person can do: it is planned, so that the plan says so, and never acted on. */
export const byHand = ({ assetType, instead, ...declaration }: ByHandDeclaration): UnnamedAction =>
  action({
    ...declaration,
    parameters: z.strictObject({}),
    settings: {},
    byHand: { [assetType]: instead },
    wanted: () => ({ missing: [] }),
  });

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

/** What the action must be granted, each permission once, sorted. */
export function permissionsOfAction(action: Pick<Action, 'settings'>): string[] {
  const further = Object.values(action.settings).flatMap(({ furtherPermissions = [] }) => furtherPermissions);
  const own = operationsOfAction(action).map(({ permission }) => permission);
  return [...new Set([...own, ...further])].sort();
}
