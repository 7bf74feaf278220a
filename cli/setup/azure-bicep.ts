import { AUDIENCE } from '#connectors/azure/credential.ts';
import { type AzureSetup, federatedCredentials } from './azure.ts';
import { bicepText } from './quoting.ts';
import { command } from './script.ts';

/** Bicep deploys one file to one kind of scope, and the identity lives in a resource group: two files. */
export const BICEP_PARTS = ['identity', 'access'] as const;
export type BicepPart = (typeof BICEP_PARTS)[number];

export const azureBicep = (setup: AzureSetup, part: BicepPart): string =>
  part === 'identity' ? identityBicep(setup) : accessBicep(setup);

const list = (lines: readonly string[], indent: string): string =>
  `[\n${lines.map((line) => `${indent}  ${line}\n`).join('')}${indent}]`;

function identityBicep({ identity, issuer, trusted }: AzureSetup): string {
  const { subscription, resourceGroup, location, name } = identity;
  const roles = federatedCredentials(trusted).map(
    (credential) => `{ name: ${bicepText(credential.name)}, subject: ${bicepText(credential.subject)} }`,
  );
  return `// identity.bicep: the identity that reads, and the roles of AWS that it trusts.
// In AWS first, once: aws iam enable-outbound-web-identity-federation
// Then in Azure, as a Contributor of the subscription:
${commented(
  command(['az', 'group', 'create'], { subscription, name: resourceGroup, location }),
  command(['az', 'deployment', 'group', 'create'], {
    subscription,
    'resource-group': resourceGroup,
    'template-file': 'identity.bicep',
  }),
)}
targetScope = 'resourceGroup'

@description('What "aws iam get-outbound-web-identity-federation-info" prints as IssuerIdentifier.')
param issuer string${issuer === undefined ? '' : ` = ${bicepText(issuer)}`}

param location string = ${bicepText(location)}

var roles = ${list(roles, '')}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: ${bicepText(name)}
  location: location
}

// One after the other: Azure takes no two at a time.
@batchSize(1)
resource trust 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = [for role in roles: {
  parent: identity
  name: role.name
  properties: {
    issuer: issuer
    subject: role.subject
    audiences: [
      ${bicepText(AUDIENCE)}
    ]
  }
}]

// For aispm.config.yaml, below azure:
output tenantId string = subscription().tenantId
output clientId string = identity.properties.clientId
// For access.bicep.
output principalId string = identity.properties.principalId
`;
}

function accessBicep({ root, role, identity: { location } }: AzureSetup): string {
  const isGroup = root.kind === 'management-group';
  const deployments = isGroup
    ? [
        command(['az', 'deployment', 'mg', 'create'], {
          'management-group-id': root.managementGroup,
          ...deployed(location),
        }),
      ]
    : root.subscriptions.map((subscription) =>
        command(['az', 'deployment', 'sub', 'create'], { subscription, ...deployed(location) }),
      );
  const [home = ''] = isGroup ? [] : root.subscriptions;
  const scopes = isGroup ? ['managementGroup().id'] : role.AssignableScopes.map(bicepText);
  return `// access.bicep: the reader role, and the assignment of it to the identity of identity.bicep.
// In Azure, as an Owner or User Access Administrator of ${isGroup ? 'the management group' : 'the subscription'}:
${commented(...deployments)}
targetScope = '${isGroup ? 'managementGroup' : 'subscription'}'

@description('The output principalId of identity.bicep.')
param principalId string

var roleName = ${bicepText(role.Name)}
var roleId = guid(tenant().tenantId, roleName)
var roleDefinitionId = ${
    isGroup
      ? "extensionResourceId(managementGroup().id, 'Microsoft.Authorization/roleDefinitions', roleId)"
      : "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleId)"
  }

resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = ${
    // A role is known to the whole tenant: the first subscription makes it, the others only assign it.
    isGroup ? '' : `if (subscription().subscriptionId == ${bicepText(home)}) `
  }{
  name: roleId
  properties: {
    roleName: roleName
    description: ${bicepText(role.Description)}
    type: 'CustomRole'
    assignableScopes: ${list(scopes, '    ')}
    permissions: [
      {
        actions: ${list(role.Actions.map(bicepText), '        ')}
        notActions: []
        dataActions: []
        notDataActions: []
      }
    ]
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(${isGroup ? 'managementGroup().id' : 'subscription().id'}, principalId, roleId)
  properties: {
    roleDefinitionId: roleDefinitionId
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
  dependsOn: [
    role
  ]
}
`;
}

const deployed = (location: string) => ({
  location,
  'template-file': 'access.bicep',
  parameters: 'principalId=…',
});

const commented = (...commands: readonly string[]): string =>
  commands
    .join('\n')
    .split('\n')
    .map((line) => `//   ${line}`)
    .join('\n');
