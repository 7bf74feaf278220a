import { AUDIENCE } from '#connectors/azure/credential.ts';
import { armScopesOf } from '#connectors/permissions.ts';
import { type AzureSetup, federatedCredentials } from './azure.ts';
import { type HclBody, hclBlock, hclList, hclObject, hclText } from './hcl.ts';

/** One configuration of Terraform. */
export const azureTerraform = (setup: AzureSetup): string =>
  `${[ABOUT, ...providerOf(setup), ...identityOf(setup), ...accessOf(setup), ...outputs].join('\n\n')}\n`;

const ABOUT = `# Lets the fleet read Azure, without a stored secret.
# In AWS first, once: aws iam enable-outbound-web-identity-federation
# Run as somebody who may write to the subscription of the identity, and who is Owner or User Access Administrator
# where the role is assigned.`;

function providerOf({ identity, issuer }: AzureSetup): string[] {
  return [
    hclBlock('terraform', [
      ['required_version', '">= 1.3"'],
      hclBlock('required_providers', [
        [
          'azurerm',
          hclObject([
            ['source', '"hashicorp/azurerm"'],
            ['version', '"~> 4.0"'],
          ]),
        ],
      ]),
    ]),
    hclBlock('provider "azurerm"', ['features {}', ['subscription_id', hclText(identity.subscription)]]),
    hclBlock('variable "issuer"', [
      ['type', 'string'],
      [
        'description',
        hclText('What "aws iam get-outbound-web-identity-federation-info" prints as IssuerIdentifier.'),
      ],
      ...(issuer === undefined ? [] : ([['default', hclText(issuer)]] as const)),
    ]),
  ];
}

function identityOf({ identity, trusted }: AzureSetup): string[] {
  const inGroup: HclBody = [['resource_group_name', 'azurerm_resource_group.aispm.name']];
  return [
    '# Whoever may write to this group may become the reader: keep it for the identity alone.\n' +
      hclBlock('resource "azurerm_resource_group" "aispm"', [
        ['name', hclText(identity.resourceGroup)],
        ['location', hclText(identity.location)],
      ]),
    hclBlock('resource "azurerm_user_assigned_identity" "reader"', [
      ['name', hclText(identity.name)],
      ...inGroup,
      ['location', 'azurerm_resource_group.aispm.location'],
    ]),
    '# One after the other: Azure takes no two at a time.',
    ...federatedCredentials(trusted).map(({ name, subject }, index) =>
      hclBlock(`resource "azurerm_federated_identity_credential" "fleet_${index + 1}"`, [
        ['name', hclText(name)],
        ...inGroup,
        ['parent_id', 'azurerm_user_assigned_identity.reader.id'],
        ['issuer', 'var.issuer'],
        ['subject', hclText(subject)],
        ['audience', `[${hclText(AUDIENCE)}]`],
        ...(index === 0
          ? []
          : ([['depends_on', `[azurerm_federated_identity_credential.fleet_${index}]`]] as const)),
      ]),
    ),
  ];
}

function accessOf({ root, role }: AzureSetup): string[] {
  const scopes = armScopesOf(root);
  return [
    hclBlock('resource "azurerm_role_definition" "reader"', [
      ['name', hclText(role.Name)],
      ['scope', hclText(scopes[0] ?? '')],
      ['description', hclText(role.Description)],
      ['assignable_scopes', hclList(scopes)],
      hclBlock('permissions', [
        ['actions', hclList(role.Actions)],
        ['not_actions', '[]'],
      ]),
    ]),
    hclBlock('resource "azurerm_role_assignment" "reader"', [
      ['for_each', `toset(${hclList(scopes)})`],
      ['scope', 'each.value'],
      ['role_definition_id', 'azurerm_role_definition.reader.role_definition_resource_id'],
      ['principal_id', 'azurerm_user_assigned_identity.reader.principal_id'],
      ['principal_type', '"ServicePrincipal"'],
    ]),
  ];
}

const outputs = [
  '# For aispm.config.yaml, below azure:',
  hclBlock('output "tenantId"', [['value', 'azurerm_user_assigned_identity.reader.tenant_id']]),
  hclBlock('output "clientId"', [['value', 'azurerm_user_assigned_identity.reader.client_id']]),
];
