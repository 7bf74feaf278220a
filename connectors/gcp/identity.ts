import type { Identity } from '#shared/model/asset.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';

/** The full resource name, `//aiplatform.googleapis.com/projects/…`, as Cloud Asset Inventory writes it. */
export function googleIdentity(host: string, { name, displayName }: JsonObject): Identity {
  if (typeof name !== 'string' || name === '') return { id: '', name: '' };
  return { id: `//${host}/${name}`, name: typeof displayName === 'string' ? displayName : name };
}

/** Google names a project by its id or by its number, and Vertex AI answers with the number what was asked by the id. */
export const comparableId = (id: string, { account }: Pick<Scope, 'account'>): string =>
  id.replace(/^(\/\/[^/]+\/projects\/)[^/]+/, (_id, before: string) => before + account);

/** The part after the host of a full resource name. */
export const resourceNameOf = (id: string): string => id.replace(/^\/\/[^/]+\//, '');

/** The full resource name of something that a reply names relative to its service. */
export const fullName = (host: string, name: unknown): string | undefined =>
  typeof name === 'string' && name !== '' ? `//${host}/${name}` : undefined;

/** `projects/p/locations/l/models/m@2`: the model, without the version or alias. */
export const modelIdOf = (name: unknown): string | undefined =>
  typeof name === 'string' ? fullName('aiplatform.googleapis.com', name.replace(/@[^/@]*$/, '')) : undefined;

/**
 * A service account by its e-mail address. `-` stands for the project where the address does not tell it
 * (iam.projects.serviceAccounts.get accepts it so).
 */
export function serviceAccountIdOf(email: unknown): string | undefined {
  if (typeof email !== 'string' || !email.includes('@')) return undefined;
  const project = /@([a-z][a-z0-9-]{4,28}[a-z0-9])\.iam\.gserviceaccount\.com$/.exec(email)?.[1] ?? '-';
  return `//iam.googleapis.com/projects/${project}/serviceAccounts/${email}`;
}

/** The table of a `bq://project.dataset.table` address, or as much of it as is given. */
export function bigQueryIdOf(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined;
  const match = /^bq:\/\/([^.]+)(?:\.([^.]+))?(?:\.([^.]+))?$/.exec(address);
  if (!match) return undefined;
  const [, project, dataset, table] = match;
  return `//bigquery.googleapis.com/projects/${project}${dataset ? `/datasets/${dataset}` : ''}${table ? `/tables/${table}` : ''}`;
}
