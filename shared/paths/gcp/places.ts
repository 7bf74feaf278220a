import type { Json } from '#shared/model/json.ts';
import { allOf, anyIn, type Need, oneOf, permission, type Resources } from '../technique.ts';

/** The project of the target: what is to be created is created in it. */
export const project: Resources = anyIn('//cloudresourcemanager.googleapis.com/projects/{account}');

const inProject = (...names: string[]): Need => {
  const needs = names.map((name) => permission(name, { on: project }));
  return needs.length === 1 && needs[0] ? needs[0] : oneOf(...needs);
};

/** Creating one of these in the project, and giving the service account that is the target to what is created. */
export const runningAsTarget = (...creating: string[]): [Need, ...Need[]] => [
  inProject(...creating),
  permission('iam.serviceAccounts.actAs'),
];

/** All of these in the project. */
export const allInProject = (...names: string[]): Need =>
  allOf(...names.map((name) => permission(name, { on: project })));

/** The objects below a `gs://` address in the config of the target. */
export const objectsUnder = (path: string): Resources => ({
  reads: [path],
  of: ({ config }) => objectsAt(config[path]),
});

function objectsAt(address: Json | undefined): string[] {
  const [, bucket, prefix] =
    /^gs:\/\/([^/]+)(?:\/(.*?))?\/*$/.exec(typeof address === 'string' ? address : '') ?? [];
  if (!bucket) return [];
  return [`//storage.googleapis.com/${bucket}/objects/${prefix ? `${prefix}/` : ''}*`];
}
