import type { Asset } from '#shared/model/asset.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { NotUnderstood } from './change.ts';

const ASSIGNMENT = 'azure.authorization.role-assignment';

/** Of Azure roles, as they were read along with their assignments. */
export const roleDefinitionsIn = (assets: readonly Asset[]): readonly JsonObject[] =>
  assets.flatMap(({ type, config }) => {
    const { roleDefinition } = config;
    return type === ASSIGNMENT && isObject(roleDefinition) && !isUnread(roleDefinition)
      ? [roleDefinition]
      : [];
  });

/** A role has one guid and, at every scope, another id that ends in it. */
const guidOf = (id: unknown): string | undefined =>
  typeof id === 'string' && id !== '' ? id.slice(id.lastIndexOf('/') + 1).toLowerCase() : undefined;

/** A file names a role by its id or its name: what it permits is looked for in other assignments of it. */
export function withRoleDefinition(
  asset: Asset,
  definitions: readonly JsonObject[],
  problems: NotUnderstood[],
): Asset {
  const { whatIf, ...config } = asset.config;
  if (asset.type !== ASSIGNMENT || !isObject(whatIf)) return asset;
  const properties = isObject(config['properties']) ? config['properties'] : {};
  const guid = guidOf(properties['roleDefinitionId']);
  const definition = definitions.find(({ id, properties: of }) =>
    guid ? guidOf(id) === guid : isObject(of) && of['roleName'] === whatIf['roleName'],
  );
  if (!definition) {
    problems.push({
      where: String(whatIf['where']),
      problem: 'no assignment on record has this role, so what it permits is not known',
    });
    return { ...asset, config };
  }
  return {
    ...asset,
    config: {
      ...config,
      properties: { ...properties, roleDefinitionId: definition['id'] ?? properties['roleDefinitionId'] },
      roleDefinition: definition,
    },
  };
}
