import { ATTRIBUTES, attributeCondition, boundAt, type GcpSetup, hostApis, poolName } from './gcp.ts';
import { type HclBody, hclBlock, hclList, hclObject, hclText } from './hcl.ts';

/** One configuration of Terraform. */
export const gcpTerraform = (setup: GcpSetup): string =>
  `${[
    ABOUT,
    ...providerOf(setup),
    ...federationOf(setup),
    ...(setup.direct ? [] : serviceAccountOf(setup)),
    roleOf(setup),
    ...bindingsOf(setup),
    ...outputsOf(setup),
  ].join('\n\n')}\n`;

const ABOUT = `# Lets the fleet read Google Cloud, without a stored key.
# Run as somebody who may administer IAM and services in the host project, and roles and policies where the role is
# given.`;

/** A template of HCL: what stands for `expression` when it is applied. */
const filledWith = (expression: string): string => `\${${expression}}`;

const AFTER_APIS: HclBody = [['depends_on', '[google_project_service.called]']];

function providerOf(setup: GcpSetup): string[] {
  const host = hclText(setup.hostProject);
  return [
    hclBlock('terraform', [
      ['required_version', '">= 1.3"'],
      hclBlock('required_providers', [
        [
          'google',
          hclObject([
            ['source', '"hashicorp/google"'],
            ['version', '"~> 6.0"'],
          ]),
        ],
      ]),
    ]),
    hclBlock('provider "google"', [['project', host]]),
    hclBlock('data "google_project" "host"', [['project_id', host]]),
    `# Needed in the host project alone: an API that is off in a scanned project has nothing there to be read.\n${hclBlock(
      'resource "google_project_service" "called"',
      [
        ['for_each', `toset(${hclList(hostApis(setup))})`],
        ['service', 'each.value'],
        ['disable_on_destroy', 'false'],
      ],
    )}`,
  ];
}

function federationOf(setup: GcpSetup): string[] {
  const { pool, provider, awsAccount, trusted } = setup;
  return [
    hclBlock('resource "google_iam_workload_identity_pool" "aispm"', [
      ['workload_identity_pool_id', hclText(pool)],
      ['display_name', '"aispm"'],
      ...AFTER_APIS,
    ]),
    `# Of the AWS account, only sessions of the roles that the condition names get a token.\n${hclBlock(
      'resource "google_iam_workload_identity_pool_provider" "aws"',
      [
        ['workload_identity_pool_id', 'google_iam_workload_identity_pool.aispm.workload_identity_pool_id'],
        ['workload_identity_pool_provider_id', hclText(provider)],
        [
          'attribute_mapping',
          hclObject(
            Object.entries(ATTRIBUTES).map(
              ([name, expression]) => [hclText(name), hclText(expression)] as const,
            ),
          ),
        ],
        ['attribute_condition', hclText(attributeCondition(setup))],
        hclBlock('aws', [['account_id', hclText(awsAccount)]]),
      ],
    )}`,
    hclBlock('locals', [
      ['pool', poolText(setup)],
      ['roles', hclList(trusted.map(({ name }) => name))],
      [
        'fleet',
        `[for role in local.roles : "principalSet:${filledWith('local.pool')}/attribute.aws_role/${filledWith('role')}"]`,
      ],
    ]),
  ];
}

function poolText(setup: GcpSetup): string {
  const [before, after] = poolName(setup);
  return `"${before}${filledWith('data.google_project.host.number')}${after}"`;
}

function serviceAccountOf({ serviceAccount }: GcpSetup): string[] {
  return [
    hclBlock('resource "google_service_account" "reader"', [
      ['account_id', hclText(serviceAccount)],
      ['display_name', '"aispm reader"'],
      ...AFTER_APIS,
    ]),
    `# The roles of AWS may take tokens of this account, and of no other: it is bound here alone.\n${hclBlock(
      'resource "google_service_account_iam_binding" "impersonated_by"',
      [
        ['service_account_id', 'google_service_account.reader.name'],
        ['role', '"roles/iam.workloadIdentityUser"'],
        ['members', 'local.fleet'],
        ['depends_on', '[google_iam_workload_identity_pool.aispm]'],
      ],
    )}`,
  ];
}

function roleOf({ organization, root, role, roleId }: GcpSetup): string {
  const definition: HclBody = [
    ['role_id', hclText(roleId)],
    ['title', hclText(role.title)],
    ['description', hclText(role.description)],
    ['stage', hclText(role.stage)],
    ['permissions', hclList(role.includedPermissions)],
  ];
  return organization === undefined
    ? hclBlock('resource "google_project_iam_custom_role" "reader"', [
        ['for_each', `toset(${hclList(boundAt(root).map(({ id }) => id))})`],
        ['project', 'each.value'],
        ...definition,
      ])
    : hclBlock('resource "google_organization_iam_custom_role" "reader"', [
        ['org_id', hclText(organization)],
        ...definition,
      ]);
}

const MEMBERSHIP = {
  projects: { type: 'google_project_iam_member', key: 'project' },
  folder: { type: 'google_folder_iam_member', key: 'folder' },
  organization: { type: 'google_organization_iam_member', key: 'org_id' },
} as const;

/** Who has the role, beside whoever else has something there. */
function bindingsOf({ root, organization, direct, trusted }: GcpSetup): string[] {
  const { type, key } = MEMBERSHIP[root.kind];
  const members = direct
    ? trusted.map((_role, index) => `local.fleet[${index}]`)
    : [`"serviceAccount:${filledWith('google_service_account.reader.email')}"`];
  return members.map((member, index) =>
    hclBlock(`resource "${type}" "reader_${index + 1}"`, [
      ['for_each', `toset(${hclList(boundAt(root).map(({ id }) => id))})`],
      [key, 'each.value'],
      [
        'role',
        organization === undefined
          ? 'google_project_iam_custom_role.reader[each.value].name'
          : 'google_organization_iam_custom_role.reader.name',
      ],
      ['member', member],
      ...(direct ? ([['depends_on', '[google_iam_workload_identity_pool.aispm]']] as const) : []),
    ]),
  );
}

const outputsOf = ({ direct, provider }: GcpSetup): string[] => [
  '# For aispm.config.yaml, below gcp:',
  hclBlock('output "audience"', [['value', `"${filledWith('local.pool')}/providers/${provider}"`]]),
  ...(direct
    ? []
    : [hclBlock('output "serviceAccount"', [['value', 'google_service_account.reader.email']])]),
];
