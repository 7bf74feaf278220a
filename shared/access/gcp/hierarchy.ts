import type { Judgement } from '../judgement.ts';

export const MANAGER = '//cloudresourcemanager.googleapis.com';
export const projectName = (project: string): string => `${MANAGER}/projects/${project}`;

/** Where projects and resources lie, as far as it was read. */
export interface Hierarchy {
  /** The project of a resource whose name does not tell it, such as a bucket. */
  readonly projectOf: (resource: string) => string | undefined;
  /** The id of a project by its number, or what was given. */
  readonly projectId: (idOrNumber: string) => string;
  /** Folders and organisations that projects may lie in, and whether one does. */
  readonly above: (project: string) => readonly { readonly resource: string; readonly lies: Judgement }[];
}

/** A resource and what is above it, from the inside out: what is granted there is granted on it. */
export function containersOf(
  resource: string,
  hierarchy: Hierarchy,
): readonly { readonly resource: string; readonly lies: Judgement }[] {
  const own = withProjectId(resource.replace(/\/?\*$/, ''), hierarchy);
  const inside = [...prefixesOf(own)];
  const project = projectIn(own) ?? inside.map(hierarchy.projectOf).find((found) => found !== undefined);
  const known = inside.map((name) => ({ resource: name, lies: true as const }));
  if (project === undefined) return known;
  const at = projectName(project);
  return [
    ...known.filter((one) => one.resource !== at),
    { resource: at, lies: true },
    ...hierarchy.above(project),
  ];
}

/** `//host/projects/p/…`: with the id where Google wrote the number. */
export const withProjectId = (resource: string, { projectId }: Pick<Hierarchy, 'projectId'>): string =>
  resource.replace(
    /^(\/\/[^/]+\/projects\/)([^/]+)/,
    (_all, before: string, project: string) => before + projectId(project),
  );

const projectIn = (resource: string): string | undefined => {
  const project = /^\/\/[^/]+\/projects\/([^/]+)/.exec(resource)?.[1];
  return project === '-' || project === '_' ? undefined : project;
};

/** The name and everything that it begins with, without the service alone. */
function* prefixesOf(resource: string): Generator<string> {
  const host = resource.indexOf('/', 2);
  for (let end = resource.length; end > host; end = resource.lastIndexOf('/', end - 1))
    yield resource.slice(0, end);
}
