import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';

/** A statement of a policy with its lists as lists. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  /** Set where the statement speaks of everything but these. */
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  /** `kind` is `AWS`, `Service`, `Federated` or, for the bare `*`, `*`. */
  readonly principals: readonly { readonly kind: string; readonly id: string }[];
  readonly condition: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Its place in the config. */
  readonly path: string;
  /** As it was written, to be quoted. */
  readonly written: JsonObject;
}

/** The statements of a policy document; `undefined` when it is not there. */
export function statementsOf(document: Json | undefined, path: string): Statement[] | undefined {
  if (!isObject(document)) return undefined;
  const { Statement } = document;
  const list = Array.isArray(Statement) ? Statement : [Statement];
  return list.flatMap((statement, index) =>
    isObject(statement)
      ? [
          {
            effect: statement['Effect'] === 'Deny' ? 'Deny' : 'Allow',
            actions: textsOf(statement['Action']),
            notActions: textsOf(statement['NotAction']),
            resources: textsOf(statement['Resource']),
            principals: principalsOf(statement['Principal']),
            condition: conditionOf(statement['Condition']),
            path: `${path}.Statement${Array.isArray(Statement) ? `[${index}]` : ''}`,
            written: statement,
          },
        ]
      : [],
  );
}

function textsOf(value: Json | undefined): string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

function principalsOf(principal: Json | undefined): { kind: string; id: string }[] {
  if (principal === '*') return [{ kind: '*', id: '*' }];
  if (!isObject(principal)) return [];
  return Object.entries(principal).flatMap(([kind, ids]) => textsOf(ids).map((id) => ({ kind, id })));
}

function conditionOf(condition: Json | undefined): Statement['condition'] {
  if (!isObject(condition)) return {};
  return Object.fromEntries(
    Object.entries(condition).map(([operator, keys]) => [
      operator,
      isObject(keys)
        ? Object.fromEntries(
            Object.entries(keys).map(([key, values]) => [key.toLowerCase(), textsOf(values)]),
          )
        : {},
    ]),
  );
}

/** The keys that a statement is conditioned on, in lower case: IAM does not tell case in them. */
export const conditionKeys = ({ condition }: Statement): string[] =>
  Object.values(condition).flatMap((keys) => Object.keys(keys));

/** Whether an IAM pattern (`*` and `?`, any letter case) covers the text. */
export function covers(pattern: string, text: string): boolean {
  const expression = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 'is').test(text);
}

/** Whether the statement allows the action; one with `NotAction` allows all that it does not name. */
export const allows = (statement: Statement, action: string): boolean =>
  statement.effect === 'Allow' &&
  (statement.actions.some((pattern) => covers(pattern, action)) ||
    (statement.notActions.length > 0 && !statement.notActions.some((pattern) => covers(pattern, action))));

/** The resource patterns of the statement reach everything of the service. */
export const reachesEverything = ({ resources }: Statement, ...everything: readonly string[]): boolean =>
  resources.some((resource) => resource === '*' || everything.includes(resource));

/**
 * Evidence from the statements that decided, each quoted in its place; where none did, how many were looked at
 * under `path`.
 */
export function quoting(
  deciding: readonly Statement[],
  { path, expected, of }: { path: string; expected: string; of: readonly Statement[] },
): Evidence[] {
  if (deciding.length === 0)
    return [{ path: `${path}.Statement`, state: 'read', found: `none of ${of.length} statements`, expected }];
  return deciding.map((statement) => ({
    path: statement.path,
    state: 'read',
    found: statement.written,
    expected,
  }));
}
