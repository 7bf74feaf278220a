import type { TokenCredential } from '@azure/identity';
import { decodeJwt, errors } from 'jose';
import pLimit from 'p-limit';
import * as z from 'zod';
import type { Coverage } from '#shared/model/coverage.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { operationsOf } from '../connector.ts';
import { CoverageRecorder, NotFound, ReadFailure } from '../coverage.ts';
import { dangersIn, type Excess, type Granted } from '../granted.ts';
import type { RestOperation } from '../operation.ts';
import { type RestReader, type RestSend, remembering, restReader } from '../rest.ts';
import { armDialect } from './dialect.ts';
import { canEnter } from './entering.ts';
import { azureConnectors } from './index.ts';
import { armGet, armList } from './operation.ts';
import { subscriptionOperations } from './subscriptions.ts';

const API_VERSION = '2022-04-01';
const ASSIGNMENTS = 'Microsoft.Authorization/roleAssignments';
const DEFINITIONS = 'Microsoft.Authorization/roleDefinitions';

const ofSubscription = armList(
  `${ASSIGNMENTS}/list`,
  `${ASSIGNMENTS}/read`,
  `/subscriptions/{subscription}/providers/${ASSIGNMENTS}`,
  API_VERSION,
);

/** https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest: at, above and below. */
const listOwnAssignments: RestOperation = {
  ...ofSubscription,
  url: `${ofSubscription.url}&$filter={filter}`,
};
const getDefinition = armGet(`${DEFINITIONS}/get`, `${DEFINITIONS}/read`, '{+definition}', API_VERSION);

/** They take no permission that a scan does not take. */
export const grantOperations: readonly RestOperation[] = [
  subscriptionOperations.list,
  listOwnAssignments,
  getDefinition,
];

const declared = azureConnectors.flatMap(operationsOf).map(({ permission }) => permission);

const CONCURRENT_SUBSCRIPTIONS = 8;

export interface AzureGrantsOptions {
  readonly credential: TokenCredential;
  readonly send: RestSend;
  /** Permissions that reading takes beside those that connectors declare. */
  readonly beside: readonly string[];
}

/** What the identity that asks may do in each of the subscriptions. */
export async function azureGrants(
  scopes: readonly Scope[],
  { credential, send, beside }: AzureGrantsOptions,
): Promise<Granted[]> {
  const { list, descendants } = subscriptionOperations;
  const needed = [...new Set([...declared, ...beside, list.permission])].sort();
  const allowed = new Set([...needed, descendants.permission].map((permission) => permission.toLowerCase()));
  const [home] = scopes;
  if (!home) return [];
  const entering = new CoverageRecorder(home);
  if (!(await canEnter(credential, entering)))
    return scopes.map((scope) => ({ scope, missing: [], excess: [], unread: entering.records() }));
  const principal = principalOf(
    (await credential.getToken(armDialect.tokenScope, { enableCae: true }))?.token ?? '',
  );
  const remembered = remembering(send);
  const readerFor = (recorder: CoverageRecorder): RestReader =>
    restReader(remembered, armDialect, recorder, new Set(grantOperations.map(({ id }) => id)));
  const seen = await visibleSubscriptions(readerFor(new CoverageRecorder(home)));
  const limit = pLimit(CONCURRENT_SUBSCRIPTIONS);

  async function ofScope(scope: Scope): Promise<Granted> {
    const recorder = new CoverageRecorder(scope);
    const visible = seen?.has(scope.account.toLowerCase());
    const known = {
      scope,
      ...(principal ? { principal: principal.oid } : {}),
      ...(visible === undefined ? {} : { visible }),
    };
    if (!principal || visible === false) return { ...known, missing: [], excess: [], unread: [] };
    try {
      const roles = await ownRoles(readerFor(recorder), recorder, scope.account, principal);
      return {
        ...known,
        missing: missingIn(roles, scope, needed),
        excess: roles.flatMap((role) => excessOf(role, allowed)),
        unread: [],
      };
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      return { ...known, missing: [], excess: [], unread: failuresIn(recorder) };
    }
  }
  return limit.map(scopes, ofScope);
}

const failuresIn = (recorder: CoverageRecorder): Coverage[] =>
  recorder.records().filter(({ outcome }) => outcome !== 'complete');

async function visibleSubscriptions(arm: RestReader): Promise<ReadonlySet<string> | undefined> {
  try {
    const listed = await Array.fromAsync(arm.list(subscriptionOperations.list, {}));
    return new Set(listed.map(({ subscriptionId }) => String(subscriptionId).toLowerCase()));
  } catch (error) {
    if (error instanceof ReadFailure) return undefined;
    throw error;
  }
}

const Principal = z.object({ oid: z.guid(), idtyp: z.string().optional() });
type Principal = z.infer<typeof Principal>;

/** Who a token of Resource Manager is for. Nothing is decided by it but which assignments are asked for. */
function principalOf(token: string): Principal | undefined {
  try {
    return Principal.safeParse(decodeJwt(token)).data;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

interface AssignedRole {
  readonly assignment: string;
  readonly at: string;
  readonly name: string;
  readonly permissions: readonly Permissions[];
}

const Permissions = z.object({
  actions: z.array(z.string()).default([]),
  notActions: z.array(z.string()).default([]),
  dataActions: z.array(z.string()).default([]),
  notDataActions: z.array(z.string()).default([]),
});
type Permissions = z.infer<typeof Permissions>;

const Assignment = z.object({
  id: z.string(),
  properties: z.object({ scope: z.string(), roleDefinitionId: z.string() }),
});
const Definition = z.object({
  properties: z.object({ roleName: z.string(), permissions: z.array(Permissions) }),
});

/** Of a person also what comes by a group; of an application Azure tells only what was assigned to itself. */
async function ownRoles(
  arm: RestReader,
  recorder: CoverageRecorder,
  subscription: string,
  { oid, idtyp }: Principal,
): Promise<AssignedRole[]> {
  const filter = idtyp === 'user' ? `assignedTo('${oid}')` : `principalId eq '${oid}'`;
  const assignments = await Array.fromAsync(arm.list(listOwnAssignments, { subscription, filter }));
  return Array.fromAsync(assignments, async (assignment) => {
    const { data } = Assignment.safeParse(assignment);
    if (!data) return recorder.fail(listOwnAssignments, 'failed', 'the reply holds no role assignment', 0);
    const { scope, roleDefinitionId } = data.properties;
    const definition = await definitionOf(arm, recorder, roleDefinitionId);
    return {
      assignment: data.id,
      at: scope,
      name: definition?.properties.roleName ?? roleDefinitionId,
      permissions: definition?.properties.permissions ?? [],
    };
  });
}

/** Nothing where the role is gone: it grants nothing then. */
async function definitionOf(
  arm: RestReader,
  recorder: CoverageRecorder,
  id: string,
): Promise<z.infer<typeof Definition> | undefined> {
  let definition: JsonObject;
  try {
    definition = await arm.get(getDefinition, { definition: id });
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
  const { data } = Definition.safeParse(definition);
  return data ?? recorder.fail(getDefinition, 'failed', 'the reply is no role definition', 0);
}

/** An asterisk stands for any text, also with slashes; case has no meaning. */
function covers(pattern: string, permission: string): boolean {
  const text = permission.toLowerCase();
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  const last = rest.pop();
  if (last === undefined) return first === text;
  let at = first.length;
  if (!text.startsWith(first)) return false;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

const permits = ({ actions, notActions }: Permissions, permission: string): boolean =>
  actions.some((pattern) => covers(pattern, permission)) &&
  !notActions.some((pattern) => covers(pattern, permission));

/** Nothing is said to be missing where no role was found: it may have come by a group. */
function missingIn(roles: readonly AssignedRole[], { account }: Scope, needed: readonly string[]): string[] {
  const whole = roles.filter(({ at }) => isAtOrAbove(at, account)).flatMap(({ permissions }) => permissions);
  if (whole.length === 0) return [];
  return needed.filter((permission) => !whole.some((some) => permits(some, permission)));
}

const isAtOrAbove = (scope: string, subscription: string): boolean =>
  !/^\/subscriptions\//i.test(scope) ||
  scope.toLowerCase().replace(/\/$/, '') === `/subscriptions/${subscription.toLowerCase()}`;

function excessOf(
  { name, at, assignment, permissions }: AssignedRole,
  allowed: ReadonlySet<string>,
): Excess[] {
  const beyond = permissions.flatMap(({ actions, dataActions }) => [
    ...actions.filter((action) => !allowed.has(action.toLowerCase())),
    ...dataActions,
  ]);
  const [first] = beyond;
  if (first === undefined) return [];
  const by = { role: name, at, assignment };
  const danger = dangersIn('azure').find(({ permission }) =>
    permissions.some((some) => permits(some, permission)),
  );
  if (danger) return [{ granted: beyond, example: danger.permission, reason: danger.reason, by }];
  const data = permissions.flatMap(({ dataActions }) => dataActions)[0];
  return [
    data === undefined
      ? { granted: beyond, example: first, reason: 'is not what this version reads', by }
      : { granted: beyond, example: data, reason: 'is a data action: it reads or uses what is stored', by },
  ];
}
