import type { JsonObject } from '#shared/model/json.ts';
import { child } from '../child.ts';
import { assignment } from '../roles.ts';

const TYPE = 'Microsoft.ManagedIdentity/userAssignedIdentities';
const AUDIENCES = ['api://AzureADTokenExchange'];
const EVERYBODY = '00000000-0000-0000-0000-000000000000';

/**
 * What workloads sign in as: `ml` of a workspace, which one pipeline may use and which holds a role in another group;
 * `agents` of an account; `concierge` of a bot, open to a whole organisation; and one of a web shop. And what is denied to them.
 */
export function identities(subscription: string, group: string): JsonObject[] {
  const idOf = (name: string) => `${group}/providers/${TYPE}/${name}`;
  const web = `/subscriptions/${subscription}/resourceGroups/web`;
  const identity = (name: string, number: number): JsonObject => ({
    id: idOf(name),
    name,
    type: TYPE,
    location: 'westeurope',
    tags: { owner: 'sam' },
    properties: {
      tenantId: '00000000-0000-0000-0000-0000000000e1',
      principalId: `00000000-0000-0000-0000-0000000001${number}`,
      clientId: `00000000-0000-0000-0000-0000000002${number}`,
      isolationScope: 'None',
    },
  });
  const credential = (of: string, name: string, properties: JsonObject): JsonObject =>
    child(idOf(of), 'federatedIdentityCredentials', name, { properties });
  const denied = (scope: string, name: string, rest: JsonObject): JsonObject => ({
    id: `${scope}/providers/Microsoft.Authorization/denyAssignments/${name}`,
    name,
    type: 'Microsoft.Authorization/denyAssignments',
    properties: {
      denyAssignmentName: name,
      scope,
      doNotApplyToChildScopes: false,
      principals: [{ id: EVERYBODY, type: 'SystemDefined' }],
      isSystemProtected: true,
      ...rest,
    },
  });
  return [
    identity('ml', 10),
    identity('concierge', 20),
    identity('agents', 30),
    identity('shop', 40),
    credential('ml', 'release', {
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:acme/models:environment:production',
      audiences: AUDIENCES,
    }),
    credential('concierge', 'anything', {
      issuer: 'https://token.actions.githubusercontent.com',
      audiences: AUDIENCES,
      claimsMatchingExpression: { languageVersion: 1, value: "claims['sub'] matches 'repo:acme/*'" },
    }),
    denied(group, 'stack', {
      permissions: [{ actions: ['*/delete'], notActions: [], dataActions: [], notDataActions: [] }],
      excludePrincipals: [{ id: '00000000-0000-0000-0000-0000000000f1', type: 'ServicePrincipal' }],
    }),
    denied(web, 'managed', {
      permissions: [{ actions: ['*'], notActions: ['*/read'], dataActions: [], notDataActions: [] }],
      excludePrincipals: [],
    }),
    assignment({
      subscription,
      scope: web,
      role: 'Contributor',
      principalId: '00000000-0000-0000-0000-000000000110',
      name: 'ml-elsewhere',
    }),
  ];
}
