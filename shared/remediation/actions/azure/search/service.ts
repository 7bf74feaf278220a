import type { SearchServiceUpdate } from '@azure/arm-search';
import type { ArmResource } from '../../../arm.ts';

export const SERVICE = { type: 'Microsoft.Search/searchServices', apiVersion: '2025-05-01' } as const;

/** Services_Update of @azure/arm-search, loaded where it is first needed. */
export async function patchService(
  { client, group, name, options }: ArmResource,
  service: SearchServiceUpdate,
): Promise<void> {
  const { SearchManagementClient } = await import('@azure/arm-search');
  await new SearchManagementClient(...client).services.update(group, name, service, options);
}
