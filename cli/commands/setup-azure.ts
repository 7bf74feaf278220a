import * as z from 'zod';
import { AZURE_ROLE_NAME, type AzureRoot } from '#connectors/permissions.ts';
import { listOf, text, Uuid } from '#shared/config/fields.ts';
import { cliCommand } from '../command.ts';
import { json, write } from '../output.ts';
import {
  type AzureSetup,
  azureRoleFor,
  azureSetupAsJson,
  MOST_FEDERATED_CREDENTIALS,
} from '../setup/azure.ts';
import { azureBicep, BICEP_PARTS } from '../setup/azure-bicep.ts';
import { azureCommands, azureUpdateCommands } from '../setup/azure-commands.ts';
import { azureTerraform } from '../setup/azure-terraform.ts';
import { rolesProblem, trustedRoleOptions, trustedRoles } from '../setup/trusted-roles.ts';
import { EXIT } from '../surroundings.ts';
import { formatProblem, type Problem, setupGroup, together, withTrustedRoles } from './setup.ts';

const FORMATS = ['commands', 'bicep', 'terraform', 'json'] as const;

const Subscription = Uuid('a subscription id', 'az account list --query [].id prints them');

const Options = z
  .object({
    subscription: listOf(Subscription, 'subscription ids').optional(),
    managementGroup: text(
      /^[\w().-]{1,90}$/,
      'a management group id',
      'write its id, not its display name',
    ).optional(),
    tenant: Uuid('a tenant id', 'az account show --query tenantId prints it').optional(),
    ...trustedRoleOptions,
    issuer: text(
      /^https:\/\/[A-Za-z0-9.-]{1,200}(\/[\w.-]+)*$/,
      'the address of an issuer',
      'write what "aws iam get-outbound-web-identity-federation-info" prints as IssuerIdentifier',
    ).optional(),
    identitySubscription: Subscription.optional(),
    resourceGroup: text(
      /^[\w().-]{0,89}[\w()-]$/,
      'the name of a resource group',
      'write 1 to 90 letters, digits or _-.(), not ending in a full stop',
    ),
    location: text(/^[a-z0-9]{2,40}$/, 'an Azure region', 'write its short name, such as westeurope'),
    identityName: text(
      /^[A-Za-z0-9][\w-]{2,127}$/,
      'the name of an identity',
      'write 3 to 128 letters, digits, - or _, beginning with a letter or a digit',
    ),
    roleName: text(
      /^[\p{L}\p{N}][\p{L}\p{N} ._()-]{0,127}$/u,
      'the name of a role',
      'write at most 128 letters, digits, spaces or ._()-',
    ),
    update: z.boolean().optional(),
    part: z
      .enum(BICEP_PARTS, { error: `is neither of ${BICEP_PARTS.join(' and ')}; write one of them` })
      .optional(),
    format: z.enum(FORMATS, { error: `is none of ${FORMATS.join(', ')}; write one of them` }).optional(),
    json: z.boolean().optional(),
  })
  .check(together<Options>(azureProblem));
type Options = z.infer<typeof Options>;

function azureProblem(options: Options): Problem | undefined {
  const { subscription, managementGroup, identitySubscription, update, part } = options;
  if (subscription && managementGroup)
    return {
      path: 'managementGroup',
      message: 'and --subscription exclude each other; a management group has subscriptions of its own',
    };
  if (!subscription && !managementGroup)
    return {
      path: 'subscription',
      message: 'is missing; write the subscriptions that are to be scanned, or --management-group',
    };
  const format = formatOf(options);
  if (part && format !== 'bicep')
    return { path: 'part', message: 'belongs to --format bicep; leave it out, or add that' };
  if (update)
    return format === 'bicep' || format === 'terraform'
      ? {
          path: 'update',
          message: `is for commands and json; with ${format}, print everything again and apply it`,
        }
      : undefined;
  if (managementGroup && !identitySubscription)
    return {
      path: 'identitySubscription',
      message: 'is missing; the identity that reads lives in a subscription: write which',
    };
  if (format === 'bicep' && !part)
    return {
      path: 'part',
      message:
        'is missing; Bicep deploys the identity and its access as two files: write identity, and then access',
    };
  return formatProblem(options) ?? rolesProblem(options) ?? trustProblem(options);
}

/** What AWS lets be and an identity of Azure does not take. */
function trustProblem(options: Options): Problem | undefined {
  const { length } = trustedRoles(options);
  return length > MOST_FEDERATED_CREDENTIALS
    ? {
        path: 'roleArn',
        message: `makes it ${length} roles; an identity of Azure trusts at most ${MOST_FEDERATED_CREDENTIALS}`,
      }
    : undefined;
}

const formatOf = ({ format, json: asJson }: Options): (typeof FORMATS)[number] =>
  format ?? (asJson ? 'json' : 'commands');

const rootOf = ({ subscription = [], managementGroup }: Options): AzureRoot =>
  managementGroup
    ? { kind: 'management-group', managementGroup }
    : { kind: 'subscriptions', subscriptions: subscription };

export const setupAzure = cliCommand({
  declare: (program) =>
    withTrustedRoles(setupGroup(program).command('azure'))
      .description('how to let the fleet read Azure: the role, and an identity that trusts roles of AWS')
      .option('--subscription <id...>', 'the subscriptions that are scanned')
      .option('--management-group <id>', 'or the management group whose subscriptions are scanned')
      .option('--tenant <id>', 'the tenant (default: asked of az)')
      .option('--issuer <url>', 'who signs tokens of the AWS account (default: asked of aws)')
      .option('--identity-subscription <id>', 'where the identity lives (default: the first --subscription)')
      .option('--resource-group <name>', 'the group that is made for the identity', 'aispm')
      .option('--location <region>', 'where the identity lies; it reads everywhere', 'westeurope')
      .option('--identity-name <name>', 'what the identity is called', 'aispm-reader')
      .option('--role-name <name>', 'what the custom role is called', AZURE_ROLE_NAME)
      .option('--update', 'only what brings a role that is there to what this version reads')
      .option('--format <format>', `one of ${FORMATS.join(', ')} (default: commands)`)
      .option('--part <part>', `of Bicep: ${BICEP_PARTS.join(' or ')}`)
      .option('--json', 'as --format json')
      .addHelpText(
        'after',
        `
Prints and runs nothing. The identity is a user-assigned managed identity: it needs no right in Entra ID and
cannot be given a secret. The role has no data action and nothing that hands out a key.

Examples
  $ aispm setup azure --management-group contoso --identity-subscription <id> --aws-account 111122223333
  $ aispm setup azure --subscription <id> <id> --aws-account 111122223333 --format terraform > aispm.tf
  $ aispm setup azure --subscription <id> --aws-account 111122223333 --format bicep --part identity > identity.bicep
  $ aispm setup azure --subscription <id> --update`,
      ),
  options: Options,
  run: async (surroundings, options) => {
    await write(rendered(options), surroundings.stdout);
    return EXIT.clean;
  },
});

function rendered(options: Options): string[] {
  const format = formatOf(options);
  const root = rootOf(options);
  const role = azureRoleFor(root, options.roleName);
  if (options.update) return format === 'json' ? json(role) : [azureUpdateCommands(role, root)];
  const [first = ''] = options.subscription ?? [];
  const setup: AzureSetup = {
    root,
    role,
    tenant: options.tenant,
    issuer: options.issuer,
    trusted: trustedRoles(options),
    identity: {
      subscription: options.identitySubscription ?? first,
      resourceGroup: options.resourceGroup,
      location: options.location,
      name: options.identityName,
    },
  };
  switch (format) {
    case 'commands':
      return [azureCommands(setup)];
    case 'bicep':
      return [azureBicep(setup, options.part ?? 'identity')];
    case 'terraform':
      return [azureTerraform(setup)];
    case 'json':
      return json(azureSetupAsJson(setup));
  }
}
