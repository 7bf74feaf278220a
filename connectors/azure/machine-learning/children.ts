import type { JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { underEach } from '../../nested.ts';
import type { RestOperation } from '../../operation.ts';
import type { AzureServices } from '../connector.ts';
import { idOf } from '../identity.ts';
import { listWorkspaces } from './workspaces.ts';

/** What `list` gives of each workspace of a subscription, or of those that `of` picks. */
export async function* inWorkspaces(
  { arm }: AzureServices,
  { account }: Scope,
  list: RestOperation,
  of: (workspace: JsonObject) => boolean = () => true,
): AsyncGenerator<JsonObject> {
  const workspaces = arm.list(listWorkspaces, { subscription: account });
  for await (const [, child] of underEach(filtered(workspaces, of), (workspace) =>
    arm.list(list, { workspace: idOf(workspace) }),
  ))
    yield child;
}

async function* filtered(
  workspaces: AsyncIterable<JsonObject>,
  of: (workspace: JsonObject) => boolean,
): AsyncGenerator<JsonObject> {
  for await (const workspace of workspaces) if (of(workspace)) yield workspace;
}
