import { googleList } from '../operation.ts';

/**
 * google/api/serviceusage/v1: pages hold at most 200; of each service no more than its name is wanted, which saves
 * some kilobytes each.
 */
export const listServices = googleList(
  'serviceusage.services.list',
  'https://serviceusage.googleapis.com/v1/projects/{project}/services?filter=state:ENABLED&pageSize=200&fields=nextPageToken,services(name,state,config/name)',
  'services',
);

/** The asset that says what a project has enabled. */
export const enabledServicesId = (project: string): string =>
  `//serviceusage.googleapis.com/projects/${project}/services`;
