import * as z from 'zod';
import type { GoogleRoot } from '#connectors/permissions.ts';
import { listOf, text } from '#shared/config/fields.ts';
import { cliCommand } from '../command.ts';
import { json, write } from '../output.ts';
import {
  attributeCondition,
  type GcpSetup,
  gcpSetupAsJson,
  googleRoleFor,
  LONGEST_CONDITION,
} from '../setup/gcp.ts';
import { gcpCommands, gcpUpdateCommands, roleHomes } from '../setup/gcp-commands.ts';
import { gcpTerraform } from '../setup/gcp-terraform.ts';
import { rolesProblem, trustedRoleOptions, trustedRoles } from '../setup/trusted-roles.ts';
import { EXIT } from '../surroundings.ts';
import { formatProblem, type Problem, setupGroup, together, withTrustedRoles } from './setup.ts';

const FORMATS = ['commands', 'terraform', 'json'] as const;

const Project = text(
  /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
  'a project id',
  'write the id, not the name or the number',
);

/** Of pools and providers: https://cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools */
const PoolPart = (what: string) =>
  text(
    /^(?!gcp-)[a-z0-9-]{4,32}$/,
    what,
    'write 4 to 32 small letters, digits or -, not beginning with gcp-',
  );

const Options = z
  .object({
    project: listOf(Project, 'project ids').optional(),
    folder: text(/^\d{6,20}$/, 'a folder number', 'write its digits').optional(),
    organization: text(
      /^\d{6,20}$/,
      'an organization number',
      'gcloud organizations list prints it',
    ).optional(),
    hostProject: Project.optional(),
    ...trustedRoleOptions,
    pool: PoolPart('the id of a workload identity pool'),
    provider: PoolPart('the id of a provider'),
    serviceAccount: text(
      /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
      'the id of a service account',
      'write 6 to 30 small letters, digits or -: what stands before the @',
    ),
    roleName: text(
      /^[A-Za-z0-9_.]{3,64}$/,
      'the id of a role',
      'write 3 to 64 letters, digits, underscores or full stops',
    ),
    direct: z.boolean().optional(),
    update: z.boolean().optional(),
    format: z
      .enum(FORMATS, {
        error: ({ input }) =>
          input === 'bicep'
            ? 'is for Azure alone; write terraform, which describes Google Cloud too'
            : `is none of ${FORMATS.join(', ')}; write one of them`,
      })
      .optional(),
    json: z.boolean().optional(),
  })
  .check(together<Options>(gcpProblem));
type Options = z.infer<typeof Options>;

function gcpProblem(options: Options): Problem | undefined {
  const { project, folder, organization, hostProject, update } = options;
  if (project && folder)
    return { path: 'folder', message: 'and --project exclude each other; a folder has projects of its own' };
  if (!project && !folder && !organization)
    return {
      path: 'project',
      message: 'is missing; write the projects that are to be scanned, or --folder or --organization',
    };
  if (folder && !organization)
    return {
      path: 'organization',
      message: 'is missing; there are no roles of folders: write the organization that is to define the role',
    };
  const problem = formatProblem(options);
  if (problem) return problem;
  if (update)
    return formatOf(options) === 'terraform'
      ? {
          path: 'update',
          message: 'is for commands and json; with terraform, print everything again and apply it',
        }
      : undefined;
  if (!project && !hostProject)
    return {
      path: 'hostProject',
      message: 'is missing; the pool and the service account live in a project: write which',
    };
  return rolesProblem(options) ?? trustProblem(options);
}

/** What AWS lets a role be called and Google does not take. */
function trustProblem(options: Options): Problem | undefined {
  const trusted = trustedRoles(options);
  const unusual = trusted.find(({ name }) => !/^[\w.-]+$/.test(name));
  if (unusual)
    return {
      path: 'roleArn',
      message: `${JSON.stringify(unusual.name)} has a character that principals of Google Cloud cannot have; trust a role whose name is letters, digits and _.-`,
    };
  const { length } = attributeCondition({ trusted });
  return length > LONGEST_CONDITION
    ? {
        path: 'roleArn',
        message: `names so many roles that the condition has ${length} characters; at most ${LONGEST_CONDITION} are taken`,
      }
    : undefined;
}

const formatOf = ({ format, json: asJson }: Options): (typeof FORMATS)[number] =>
  format ?? (asJson ? 'json' : 'commands');

function rootOf({ project, folder, organization = '' }: Options): GoogleRoot {
  if (project) return { kind: 'projects', projects: project };
  return folder ? { kind: 'folder', folder, organization } : { kind: 'organization', organization };
}

export const setupGcp = cliCommand({
  declare: (program) =>
    withTrustedRoles(setupGroup(program).command('gcp'))
      .description('how to let the fleet read Google Cloud: the role, and a pool that knows roles of AWS')
      .option('--project <id...>', 'the projects that are scanned')
      .option('--folder <number>', 'or the folder whose projects are scanned')
      .option('--organization <number>', 'or the organization; with one of the others, it defines the role')
      .option('--host-project <id>', 'holds pool and service account (default: the first --project)')
      .option('--pool <id>', 'the workload identity pool', 'aispm')
      .option('--provider <id>', 'its provider', 'aws-fleet')
      .option('--service-account <id>', 'the account that reads', 'aispm-reader')
      .option('--direct', 'give the role to the roles of AWS as they are, without a service account')
      .option('--role-name <id>', 'the id of the custom role', 'aispmReader')
      .option('--update', 'only what brings a role that is there to what this version reads')
      .option('--format <format>', `one of ${FORMATS.join(', ')} (default: commands)`)
      .option('--json', 'as --format json')
      .addHelpText(
        'after',
        `
Prints and runs nothing. The roles of AWS impersonate one service account, and may do so with no other: on it alone
stands roles/iam.workloadIdentityUser. The role that is given on resources hands out no token. With --direct there is
no service account; not every service takes that, nor do perimeters of VPC Service Controls.

Examples
  $ aispm setup gcp --organization 123456789012 --host-project contoso-security --aws-account 111122223333
  $ aispm setup gcp --project contoso-ml-prod contoso-ml-dev --aws-account 111122223333
  $ aispm setup gcp --folder 210987654321 --organization 123456789012 --host-project contoso-security \\
      --aws-account 111122223333 --format terraform > aispm.tf
  $ aispm setup gcp --organization 123456789012 --update`,
      ),
  options: Options,
  run: async (surroundings, options) => {
    await write(rendered(options), surroundings.stdout);
    return EXIT.clean;
  },
});

function rendered(options: Options): string[] {
  const { organization, roleName, pool, provider, serviceAccount } = options;
  const format = formatOf(options);
  const root = rootOf(options);
  const role = googleRoleFor(root);
  if (options.update)
    return format === 'json'
      ? json(role)
      : [gcpUpdateCommands(role, roleName, roleHomes({ organization, root }))];
  const trusted = trustedRoles(options);
  const setup: GcpSetup = {
    root,
    organization,
    role,
    roleId: roleName,
    hostProject: options.hostProject ?? options.project?.[0] ?? '',
    pool,
    provider,
    serviceAccount,
    direct: options.direct ?? false,
    awsAccount: trusted[0]?.account ?? '',
    trusted,
  };
  switch (format) {
    case 'commands':
      return [gcpCommands(setup)];
    case 'terraform':
      return [gcpTerraform(setup)];
    case 'json':
      return json(gcpSetupAsJson(setup));
  }
}
