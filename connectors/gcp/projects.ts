import { isObject, type JsonObject } from '#shared/model/json.ts';
import { ReadFailure } from '../coverage.ts';
import type { RestReader } from '../rest.ts';
import { googleList } from './operation.ts';

const MANAGER = 'https://cloudresourcemanager.googleapis.com/v3';

const searchProjects = googleList(
  'resourcemanager.projects.get',
  `${MANAGER}/projects:search?pageSize=500`,
  'projects',
  'resourcemanager.projects.search',
);
const listProjects = googleList(
  'resourcemanager.projects.list',
  `${MANAGER}/projects?pageSize=500&parent={parent}`,
  'projects',
);
const listFolders = googleList(
  'resourcemanager.folders.list',
  `${MANAGER}/folders?pageSize=500&parent={parent}`,
  'folders',
);

/** How the projects to scan are found. */
export const projectOperations = { search: searchProjects, list: listProjects, folders: listFolders };

/** Every project that the identity can see. */
export async function visibleProjects(google: RestReader): Promise<string[]> {
  return whatCouldBeRead(google.list(searchProjects, {}));
}

/**
 * Every project under `organizations/<number>` or `folders/<number>`, however deep. Listing, not searching: a
 * search leaves out what the caller may not see, a list refuses.
 */
export async function projectsUnder(google: RestReader, root: string): Promise<string[]> {
  const projects: string[] = [];
  const visited = new Set<string>();
  const parents = [root];
  for (let parent = parents.pop(); parent !== undefined; parent = parents.pop()) {
    if (visited.has(parent)) continue;
    visited.add(parent);
    projects.push(...(await whatCouldBeRead(google.list(listProjects, { parent }))));
    const folders = await elementsOf(google.list(listFolders, { parent }));
    parents.push(...folders.flatMap(({ name }) => (typeof name === 'string' ? [name] : [])));
  }
  return projects;
}

async function whatCouldBeRead(list: AsyncIterable<JsonObject>): Promise<string[]> {
  return (await elementsOf(list)).flatMap(({ projectId, state }) =>
    typeof projectId === 'string' && state !== 'DELETE_REQUESTED' ? [projectId] : [],
  );
}

/** The elements up to where the list broke off; that it did is in the coverage. */
async function elementsOf(list: AsyncIterable<JsonObject>): Promise<JsonObject[]> {
  const elements: JsonObject[] = [];
  try {
    for await (const element of list) if (isObject(element)) elements.push(element);
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
  }
  return elements;
}
