import type { GoogleRole } from '#connectors/permissions.ts';
import {
  ATTRIBUTES,
  accountEmail,
  attributeCondition,
  boundAt,
  type GcpSetup,
  googleRootLines,
  hostApis,
  poolName,
  roleNameIn,
} from './gcp.ts';
import { assigned, command, jsonFile, printed, type Step, script, variable, type Word } from './script.ts';

const ABOUT = [
  'Lets the fleet read Google Cloud, without a stored key. Nothing here was run: read it, and run it step by step.',
  'The role gets and lists. It neither queries nor predicts, reads no object and hands out no token.',
];

/** The commands of `gcloud`. */
export const gcpCommands = (setup: GcpSetup): string =>
  script(ABOUT, [
    prepareHost(setup),
    federate(setup),
    ...(setup.direct ? [] : [impersonate(setup)]),
    grant(setup),
    configure(setup),
  ]);

/** What brings a role that is there to what this version reads. */
export function gcpUpdateCommands(
  role: GoogleRole,
  roleId: string,
  homes: readonly Readonly<Record<string, string>>[],
): string {
  return script(
    ['Brings the reader role to what this version of aispm reads. Nothing here was run.'],
    [
      {
        title: 'In Google Cloud, as a Role Administrator of where the role is defined',
        commands: [
          jsonFile('ROLE_FILE', role),
          ...homes.map((home) =>
            command(['gcloud', 'iam', 'roles', 'update', roleId], { ...home, file: variable('ROLE_FILE') }),
          ),
        ],
      },
    ],
  );
}

/** The option of `gcloud iam roles` that says where the role is defined. */
export const roleHomes = ({
  organization,
  root,
}: Pick<GcpSetup, 'organization' | 'root'>): Readonly<Record<string, string>>[] =>
  organization === undefined ? boundAt(root).map(({ id }) => ({ project: id })) : [{ organization }];

function prepareHost(setup: GcpSetup): Step {
  const { hostProject: project } = setup;
  return {
    title: `In Google Cloud, as an Editor of the project ${project}: the APIs that are called`,
    remarks: [
      'They are needed in this project, which hosts the identity. One that is off in a scanned project has nothing',
      'there to be read: leave it off.',
    ],
    commands: [
      command(['gcloud', 'services', 'enable', ...hostApis(setup)], { project }),
      assigned('HOST_NUMBER', ['gcloud', 'projects', 'describe', project], {
        format: 'value(projectNumber)',
      }),
    ],
  };
}

function federate(setup: GcpSetup): Step {
  const { hostProject: project, pool, provider, awsAccount } = setup;
  const place = { project, location: 'global' };
  return {
    title: `As a Workload Identity Pool Admin of ${project}: the pool, and the roles of AWS that it knows`,
    remarks: ['Of the AWS account, only sessions of the roles that the condition names get a token.'],
    commands: [
      command(['gcloud', 'iam', 'workload-identity-pools', 'create', pool], {
        ...place,
        'display-name': 'aispm',
      }),
      command(['gcloud', 'iam', 'workload-identity-pools', 'providers', 'create-aws', provider], {
        ...place,
        'workload-identity-pool': pool,
        'account-id': awsAccount,
        'attribute-mapping': Object.entries(ATTRIBUTES)
          .map(([attribute, expression]) => `${attribute}=${expression}`)
          .join(','),
        'attribute-condition': attributeCondition(setup),
      }),
    ],
  };
}

function impersonate(setup: GcpSetup): Step {
  const { hostProject: project, serviceAccount, trusted } = setup;
  return {
    title: `As a Service Account Admin of ${project}: the service account that reads`,
    remarks: [
      'The roles of AWS may take its tokens, and those of no other account: this is bound to it alone. Give no key to',
      'it, and let nobody else impersonate it.',
    ],
    commands: [
      command(['gcloud', 'iam', 'service-accounts', 'create', serviceAccount], {
        project,
        'display-name': 'aispm reader',
      }),
      ...trusted.map(({ name }) =>
        command(['gcloud', 'iam', 'service-accounts', 'add-iam-policy-binding', accountEmail(setup)], {
          project,
          role: 'roles/iam.workloadIdentityUser',
          member: memberOf(setup, name),
        }),
      ),
    ],
  };
}

function memberOf(setup: GcpSetup, roleName: string): Word {
  const [before, after] = poolName(setup);
  return [`principalSet:${before}`, variable('HOST_NUMBER'), `${after}/attribute.aws_role/${roleName}`];
}

function grant(setup: GcpSetup): Step {
  const { root, role, roleId, organization, trusted, direct } = setup;
  const members: readonly Word[] = direct
    ? trusted.map(({ name }) => memberOf(setup, name))
    : [`serviceAccount:${accountEmail(setup)}`];
  return {
    title: `As a Role Administrator and an IAM Admin of ${placeOf(setup)}: the role, and who has it`,
    remarks:
      organization === undefined
        ? [
            'A permission is unknown to a project in which its API was never on. Where one is refused, define the role',
            'in the organization instead: --organization.',
          ]
        : [],
    commands: [
      jsonFile('ROLE_FILE', role),
      ...roleHomes(setup).map((home) =>
        command(['gcloud', 'iam', 'roles', 'create', roleId], { ...home, file: variable('ROLE_FILE') }),
      ),
      ...boundAt(root).flatMap(({ resource, id }) =>
        members.map((member) =>
          command(['gcloud', ...groupOf(resource), 'add-iam-policy-binding', id], {
            role: roleNameIn(
              organization === undefined ? `projects/${id}` : `organizations/${organization}`,
              setup,
            ),
            member,
            condition: 'None',
          }),
        ),
      ),
    ],
  };
}

/** `gcloud` has folders among what Resource Manager does. */
const groupOf = (resource: string): string[] =>
  resource === 'folders' ? ['resource-manager', 'folders'] : [resource];

function placeOf({ root, organization }: GcpSetup): string {
  const home = organization === undefined ? '' : `the organization ${organization}`;
  if (root.kind === 'projects') return home ? `${home} and the projects` : 'each of the projects';
  return root.kind === 'folder' ? `${home} and the folder ${root.folder}` : home;
}

function configure(setup: GcpSetup): Step {
  const [before, after] = poolName(setup);
  return {
    title: 'Into aispm.config.yaml goes what this prints; then deploy the fleet',
    commands: [
      printed([
        'gcp:',
        [`  audience: ${before}`, variable('HOST_NUMBER'), `${after}/providers/${setup.provider}`],
        ...(setup.direct ? [] : [`  serviceAccount: ${accountEmail(setup)}`]),
        ...googleRootLines(setup.root),
      ]),
    ],
  };
}
