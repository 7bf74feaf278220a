import { imageRepository } from '#shared/assets/gcp/artifactregistry.ts';
import { isUnread } from '#shared/model/coverage.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { grantedRoles } from '../granted-roles.ts';
import { googleIdentity, resourceNameOf } from '../identity.ts';
import { googleGet } from '../operation.ts';
import { keyIdOf } from '../vertex/api.ts';

const HOST = 'artifactregistry.googleapis.com';

const getRepository = googleGet('artifactregistry.repositories.get', `https://${HOST}/v1/{+name}`);
const getPolicy = googleGet(
  'artifactregistry.repositories.getIamPolicy',
  `https://${HOST}/v1/{+name}:getIamPolicy?options.requestedPolicyVersion=3`,
);

/** `europe-docker.pkg.dev/p/r/image@sha256:…` → `projects/p/locations/europe/repositories/r`. */
export function repositoryOf(image: string): string | undefined {
  const [, location, project, repository] =
    /^([a-z0-9-]+)-docker\.pkg\.dev\/([^/]+)\/([^/@:]+)\//.exec(image) ?? [];
  return repository && `projects/${project}/locations/${location}/repositories/${repository}`;
}

const nameOf = ({ name }: JsonObject): string => (typeof name === 'string' ? name : '');

/** The repositories of a project that images of its AI assets are in: none is listed, each is asked for. */
export default gcpConnector<JsonObject>(imageRepository, {
  operations: { list: [getRepository], parts: { iamPolicy: getPolicy } },
  followsReferences: true,
  async *list({ google }, { scope, references }) {
    const images = await references((target) => repositoryOf(target) !== undefined);
    const names = new Set([...images].map(repositoryOf));
    for (const name of names) {
      if (!name?.startsWith(`projects/${scope.account}/`)) continue;
      const repository = await google.part(getRepository, { name });
      if (repository !== undefined && !isUnread(repository)) yield repository;
    }
  },
  identify: (repository) => googleIdentity(HOST, repository),
  read: async ({ google }, repository) => ({
    ...repository,
    iamPolicy: await google.part(getPolicy, { name: nameOf(repository) }),
  }),
  auditedAs: (name) =>
    /^projects\/[a-z][^/]+\/locations\/[^/]+\/repositories\/[^/]+$/.test(name)
      ? `//${HOST}/${name}`
      : undefined,
  find: ({ google }, id) => google.get(getRepository, { name: resourceNameOf(id) }),
  relations: ({ kmsKeyName, iamPolicy }) => [
    relation('encrypted-by', keyIdOf(kmsKeyName)),
    ...grantedRoles(iamPolicy),
  ],
});
