import { AUDIENCE } from '#connectors/azure/credential.ts';
import { type AzureRole, type AzureRoot, armScopesOf } from '#connectors/permissions.ts';
import { type AzureSetup, azureRootLines, federatedCredentials } from './azure.ts';
import { assigned, command, jsonFile, printed, type Step, script, variable } from './script.ts';

const ABOUT = [
  'Lets the fleet read Azure, without a stored secret. Nothing here was run: read it, and run it step by step.',
  'The role lists and describes. It has no data action, and nothing that hands out a key.',
];

/** The commands of `aws` and `az`. */
export function azureCommands(setup: AzureSetup): string {
  return script(ABOUT, [switchOn(setup), makeIdentity(setup), grant(setup), configure(setup)]);
}

/** What brings a role that is there to what this version reads. */
export function azureUpdateCommands(role: AzureRole, root: AzureRoot): string {
  return script(
    ['Brings the reader role to what this version of aispm reads. Nothing here was run.'],
    [
      {
        title: `In Azure, as an Owner or User Access Administrator of ${placeOf(root)}`,
        commands: [
          jsonFile('ROLE_FILE', role),
          command(['az', 'role', 'definition', 'update'], {
            'role-definition': ['@', variable('ROLE_FILE')],
          }),
        ],
      },
    ],
  );
}

function switchOn({ trusted, issuer }: AzureSetup): Step {
  const [role] = trusted;
  return {
    title: `In AWS, as an administrator of the account ${role?.account ?? ''}: once, so that it signs tokens for others`,
    remarks: ['An error “FeatureEnabled” says that it was switched on before.'],
    commands: [
      command(['aws', 'iam', 'enable-outbound-web-identity-federation']),
      issuer === undefined
        ? assigned('ISSUER', ['aws', 'iam', 'get-outbound-web-identity-federation-info'], {
            query: 'IssuerIdentifier',
            output: 'text',
          })
        : `ISSUER=${command([issuer])}`,
    ],
  };
}

function makeIdentity({ identity, trusted }: AzureSetup): Step {
  const { subscription, resourceGroup, location, name } = identity;
  const place = { subscription, 'resource-group': resourceGroup };
  const shown = (query: string) => ({ ...place, name, query, output: 'tsv' });
  return {
    title: `In Azure, as a Contributor of the subscription ${subscription}: the identity, and the roles of AWS that it trusts`,
    remarks: [
      'Whoever may write to this resource group may become the reader: keep the group for it alone.',
      'One after the other, for Azure takes no two at a time.',
    ],
    commands: [
      command(['az', 'group', 'create'], { subscription, name: resourceGroup, location }),
      command(['az', 'identity', 'create'], { ...place, name, location }),
      ...federatedCredentials(trusted).map((credential) =>
        command(['az', 'identity', 'federated-credential', 'create'], {
          ...place,
          'identity-name': name,
          name: credential.name,
          issuer: variable('ISSUER'),
          subject: credential.subject,
          audiences: AUDIENCE,
        }),
      ),
      assigned('CLIENT_ID', ['az', 'identity', 'show'], shown('clientId')),
      assigned('PRINCIPAL_ID', ['az', 'identity', 'show'], shown('principalId')),
    ],
  };
}

function grant({ root, role }: AzureSetup): Step {
  return {
    title: `In Azure, as an Owner or User Access Administrator of ${placeOf(root)}: the role, and who has it`,
    remarks: [
      'A new role takes a while to be known everywhere: where an assignment says that there is none, repeat it.',
    ],
    commands: [
      jsonFile('ROLE_FILE', role),
      command(['az', 'role', 'definition', 'create'], { 'role-definition': ['@', variable('ROLE_FILE')] }),
      ...armScopesOf(root).map((scope) =>
        command(['az', 'role', 'assignment', 'create'], {
          'assignee-object-id': variable('PRINCIPAL_ID'),
          'assignee-principal-type': 'ServicePrincipal',
          role: role.Name,
          scope,
        }),
      ),
    ],
  };
}

function configure({ root, tenant }: AzureSetup): Step {
  return {
    title: 'Into aispm.config.yaml goes what this prints; then deploy the fleet',
    commands: [
      tenant === undefined
        ? assigned('TENANT_ID', ['az', 'account', 'show'], { query: 'tenantId', output: 'tsv' })
        : `TENANT_ID=${command([tenant])}`,
      printed([
        'azure:',
        ['  tenantId: ', variable('TENANT_ID')],
        ['  clientId: ', variable('CLIENT_ID')],
        ...azureRootLines(root),
      ]),
    ],
  };
}

const placeOf = (root: AzureRoot): string =>
  root.kind === 'subscriptions'
    ? root.subscriptions.length === 1
      ? 'the subscription'
      : 'every one of the subscriptions'
    : 'the management group';
