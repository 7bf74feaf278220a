import type { Json } from '#shared/model/json.ts';

/**
 * The ARM id of the datastore that an address of data leads to: `azureml://datastores/d/paths/p` in the workspace
 * itself, or with all that comes before in another. Nothing for an address of another kind.
 */
export function datastoreIn(uri: Json | undefined, workspace: string | undefined): string | undefined {
  if (typeof uri !== 'string') return undefined;
  const [, subscription, group, name] =
    /^azureml:\/\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\/(?:providers\/[^/]+\/)?workspaces\/([^/]+)\//i.exec(
      uri,
    ) ?? [];
  const datastore = /^azureml:\/\/(?:.+\/)?datastores\/([^/]+)/i.exec(uri)?.[1];
  if (datastore === undefined) return undefined;
  if (name !== undefined)
    return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.MachineLearningServices/workspaces/${name}/datastores/${datastore}`;
  return workspace === undefined ? undefined : `${workspace}/datastores/${datastore}`;
}
