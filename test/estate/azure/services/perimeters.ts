import type { JsonObject } from '#shared/model/json.ts';
import { child } from '../child.ts';

/** A perimeter that holds two accounts: one that is bound by its rules, and one that is only watched. */
export function perimeters(group: string, bound: string, watched: string): JsonObject[] {
  const edge = `${group}/providers/Microsoft.Network/networkSecurityPerimeters/edge`;
  const holds = (name: string, account: string, accessMode: string): JsonObject =>
    child(edge, 'resourceAssociations', name, {
      properties: {
        accessMode,
        privateLinkResource: { id: account },
        profile: { id: `${edge}/profiles/${name}` },
      },
    });
  const configuration = (account: string, accessMode: string, rules: JsonObject[]): JsonObject =>
    child(account, 'networkSecurityPerimeterConfigurations', 'edge', {
      properties: {
        provisioningState: 'Succeeded',
        networkSecurityPerimeter: { id: edge, location: 'eastus' },
        resourceAssociation: { name: 'association', accessMode },
        profile: { name: 'profile', accessRules: rules },
      },
    });
  return [
    { id: edge, name: 'edge', type: 'Microsoft.Network/networkSecurityPerimeters', location: 'eastus' },
    holds('bound', bound, 'Enforced'),
    holds('watched', watched, 'Learning'),
    configuration(bound, 'Enforced', [
      { name: 'office', properties: { direction: 'Inbound', addressPrefixes: ['203.0.113.0/24'] } },
      {
        name: 'store',
        properties: { direction: 'Outbound', fullyQualifiedDomainNames: ['data.example.com'] },
      },
    ]),
    configuration(watched, 'Learning', [
      { name: 'world', properties: { direction: 'Inbound', addressPrefixes: ['0.0.0.0/0'] } },
      { name: 'anywhere', properties: { direction: 'Outbound', fullyQualifiedDomainNames: ['*'] } },
    ]),
  ];
}
