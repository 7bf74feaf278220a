import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { azureReaders, googleReaders } from '#cli/setup/readers.ts';
import { AUDIENCE } from '#connectors/azure/credential.ts';
import { azureRole, googleRole } from '#connectors/permissions.ts';
import { parseConfigText } from '#shared/config/read.ts';
import { FLEET_STACK, functionRoleName, MEMBER_ROLES } from '#shared/config/roles.ts';
import { openTerminal, type Terminal } from '../terminal.ts';
import { ANSWERS, callsOf, option, runScript } from './stand-ins.ts';

let terminal: Terminal;
beforeAll(async () => {
  terminal = await openTerminal([]);
});
afterAll(() => terminal.close());

/** What a command prints; it must end well. */
async function printed(...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await terminal.aispm('setup', ...argv);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

const ACCOUNT = ['--aws-account', '111122223333'];
const S1 = '5f0c2d6e-8b1a-4c3d-9e7f-0a1b2c3d4e5f';
const S2 = '5f0c2d6e-8b1a-4c3d-9e7f-0a1b2c3d4e60';
const FLEET = MEMBER_ROLES.reader.map((name) => functionRoleName(FLEET_STACK, name));
const ORGANIZATION = ['--organization', '123456789012', '--host-project', 'contoso-security'];
const FOLDER = [...ORGANIZATION, '--folder', '210987654321'];
const PROJECTS = ['--project', 'contoso-ml-prod', 'contoso-ml-dev'];

describe('aispm setup azure', () => {
  it('prints commands that make an identity, have it trust each role of the fleet, and give it the role', async () => {
    const ran = runScript(await printed('azure', '--subscription', S1, S2, ...ACCOUNT));
    const programs = ran.calls.map(({ words }) => words.join(' ').replace(/ --.*$/s, ''));
    expect(programs.filter((program, index) => program !== programs[index - 1])).toEqual([
      'aws iam enable-outbound-web-identity-federation',
      'aws iam get-outbound-web-identity-federation-info',
      'az group create',
      'az identity create',
      'az identity federated-credential create',
      'az identity show',
      'az role definition create',
      'az role assignment create',
      'az account show',
    ]);
    const trusts = callsOf(ran, 'az', 'identity', 'federated-credential', 'create');
    expect(trusts.map((call) => option(call, 'subject'))).toEqual(
      FLEET.map((name) => `arn:aws:iam::111122223333:role/${name}`),
    );
    for (const call of trusts)
      expect([option(call, 'issuer'), option(call, 'audiences')]).toEqual([ANSWERS.issuer, AUDIENCE]);
    const [definition] = callsOf(ran, 'az', 'role', 'definition', 'create');
    expect(definition?.files).toEqual([
      azureRole(azureReaders, { kind: 'subscriptions', subscriptions: [S1, S2] }),
    ]);
    expect(
      callsOf(ran, 'az', 'role', 'assignment', 'create').map((call) =>
        ['assignee-object-id', 'role', 'scope'].map((name) => option(call, name)),
      ),
    ).toEqual([S1, S2].map((id) => [ANSWERS.principalId, 'aispm reader', `/subscriptions/${id}`]));
    expect(parseConfigText(ran.stdout.replace(/^.*?(?=azure:)/s, ''), 'printed').azure).toEqual({
      tenantId: ANSWERS.tenantId,
      clientId: ANSWERS.clientId,
      subscriptions: [S1, S2],
    });
  });

  it('does so at a management group, whose id may hold what a shell understands', async () => {
    const root = ['--management-group', 'con(to).so', '--identity-subscription', S1, '--tenant', S2];
    const ran = runScript(await printed('azure', ...root, '--issuer', 'https://x.example/y', ...ACCOUNT));
    const scope = '/providers/Microsoft.Management/managementGroups/con(to).so';
    expect(callsOf(ran, 'az', 'role', 'assignment', 'create').map((call) => option(call, 'scope'))).toEqual([
      scope,
    ]);
    const [definition] = callsOf(ran, 'az', 'role', 'definition', 'create');
    expect(definition?.files).toMatchObject([
      {
        AssignableScopes: [scope],
        Actions: expect.arrayContaining(['Microsoft.Management/managementGroups/descendants/read']),
      },
    ]);
    expect(
      option(callsOf(ran, 'az', 'identity', 'federated-credential')[0] ?? { words: [], files: [] }, 'issuer'),
    ).toBe('https://x.example/y');
    expect(parseConfigText(ran.stdout, 'printed').azure).toMatchObject({
      tenantId: S2,
      managementGroup: 'con(to).so',
    });
  });

  it('trusts a role that is named beside the fleet’s, once', async () => {
    const own = 'arn:aws:iam::111122223333:role/operator';
    const known = `arn:aws:iam::111122223333:role/${FLEET[0]}`;
    const argv = ['azure', '--subscription', S1, ...ACCOUNT, '--role-arn', own, known];
    const trusts = callsOf(
      runScript(await printed(...argv)),
      'az',
      'identity',
      'federated-credential',
      'create',
    );
    expect(trusts.map((call) => option(call, 'subject'))).toEqual([
      ...FLEET.map((name) => `arn:aws:iam::111122223333:role/${name}`),
      own,
    ]);
  });

  it('trusts the roles that are named alone where no account is, each under a name that Azure takes', async () => {
    const arns = [
      'arn:aws:iam::111122223333:role/team/scan+it',
      'arn:aws:iam::111122223333:role/other/scan+it',
    ];
    const ran = runScript(await printed('azure', '--subscription', S1, '--role-arn', ...arns));
    const trusts = callsOf(ran, 'az', 'identity', 'federated-credential', 'create');
    expect(trusts.map((call) => option(call, 'subject'))).toEqual(arns);
    const names = trusts.map((call) => option(call, 'name') ?? '');
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]{2,119}$/);
  });

  it('brings a role that is there up to date, and touches nothing else', async () => {
    const { calls } = runScript(await printed('azure', '--subscription', S1, '--update'));
    expect(calls).toMatchObject([
      {
        words: ['az', 'role', 'definition', 'update', '--role-definition'],
        files: [{ Name: 'aispm reader', AssignableScopes: [`/subscriptions/${S1}`] }],
      },
    ]);
  });

  it('prints everything as JSON', async () => {
    const asJson = JSON.parse(await printed('azure', '--subscription', S1, ...ACCOUNT, '--json'));
    expect(asJson.role).toEqual(azureRole(azureReaders, { kind: 'subscriptions', subscriptions: [S1] }));
    expect(asJson.federation).toMatchObject({ audience: AUDIENCE, issuer: null });
    expect(asJson.federation.credentials).toHaveLength(FLEET.length);
    expect(JSON.parse(await printed('azure', '--subscription', S1, '--update', '--json'))).toEqual(
      asJson.role,
    );
  });
});

describe('aispm setup gcp', () => {
  it.each([
    {
      root: ORGANIZATION,
      home: 'organization',
      config: { organization: '123456789012' },
      level: 'organization',
    },
    { root: FOLDER, home: 'organization', config: { folder: '210987654321' }, level: 'folder' },
    {
      root: PROJECTS,
      home: 'project',
      config: { projects: ['contoso-ml-prod', 'contoso-ml-dev'] },
      level: 'projects',
    },
  ] as const)(
    'prints commands for $level that know no role of AWS but the fleet’s',
    async ({ root, home, config, level }) => {
      const ran = runScript(await printed('gcp', ...root, ...ACCOUNT));
      const host = level === 'projects' ? 'contoso-ml-prod' : 'contoso-security';
      const account = `aispm-reader@${host}.iam.gserviceaccount.com`;
      const [provider] = callsOf(ran, 'gcloud', 'iam', 'workload-identity-pools', 'providers', 'create-aws');
      if (!provider) throw new Error('no provider is made');
      expect(option(provider, 'account-id')).toBe('111122223333');
      expect(option(provider, 'attribute-condition')).toBe(
        FLEET.map(
          (name) => `assertion.arn.startsWith("arn:aws:sts::111122223333:assumed-role/${name}/")`,
        ).join(' || '),
      );
      const impersonation = callsOf(ran, 'gcloud', 'iam', 'service-accounts', 'add-iam-policy-binding');
      expect(
        impersonation.map((call) => [call.words[4], option(call, 'role'), option(call, 'member')]),
      ).toEqual(
        FLEET.map((name) => [
          account,
          'roles/iam.workloadIdentityUser',
          `principalSet://iam.googleapis.com/projects/${ANSWERS.projectNumber}/locations/global/workloadIdentityPools/aispm/attribute.aws_role/${name}`,
        ]),
      );
      const roles = callsOf(ran, 'gcloud', 'iam', 'roles', 'create', 'aispmReader');
      expect(roles.map(({ files }) => files[0])).toEqual(roles.map(() => googleRole(googleReaders, level)));
      expect(roles.map((call) => option(call, home))).toEqual(
        home === 'project' ? ['contoso-ml-prod', 'contoso-ml-dev'] : ['123456789012'],
      );
      const bindings = ran.calls.filter(
        ({ words }) => words.includes('add-iam-policy-binding') && !words.includes('service-accounts'),
      );
      for (const call of bindings) {
        expect(option(call, 'member')).toBe(`serviceAccount:${account}`);
        expect(option(call, 'role')).toMatch(/^(projects|organizations)\/[a-z0-9-]+\/roles\/aispmReader$/);
      }
      expect(bindings).toHaveLength(level === 'projects' ? 2 : 1);
      expect(parseConfigText(ran.stdout, 'printed').gcp).toMatchObject({
        audience: `//iam.googleapis.com/projects/${ANSWERS.projectNumber}/locations/global/workloadIdentityPools/aispm/providers/aws-fleet`,
        serviceAccount: account,
        ...config,
      });
    },
  );

  it('gives the role to the roles of AWS as they are where it is asked to, and then lets nobody take tokens', async () => {
    const script = await printed('gcp', ...ORGANIZATION, ...ACCOUNT, '--direct');
    const ran = runScript(script);
    expect(script).not.toMatch(/service-accounts|workloadIdentityUser|iamcredentials/);
    expect(
      callsOf(ran, 'gcloud', 'organizations', 'add-iam-policy-binding').map((call) => option(call, 'member')),
    ).toEqual(
      FLEET.map((name) =>
        expect.stringMatching(new RegExp(`^principalSet://.*/attribute.aws_role/${name}$`)),
      ),
    );
    expect(parseConfigText(ran.stdout, 'printed').gcp?.serviceAccount).toBeUndefined();
  });

  it('maps a session to a subject that is short enough, whatever the session is called', async () => {
    const ran = runScript(await printed('gcp', ...ORGANIZATION, ...ACCOUNT));
    const [provider] = callsOf(ran, 'gcloud', 'iam', 'workload-identity-pools', 'providers', 'create-aws');
    const mapping = provider && option(provider, 'attribute-mapping');
    expect(mapping?.split(',')).toEqual([
      'google.subject=assertion.account + ":" + assertion.arn.extract("assumed-role/{role}/")',
      'attribute.aws_role=assertion.arn.extract("assumed-role/{role}/")',
    ]);
  });

  it('defines the role in the organization for projects too, where it is named', async () => {
    const ran = runScript(await printed('gcp', ...PROJECTS, '--organization', '123456789012', ...ACCOUNT));
    expect(
      callsOf(ran, 'gcloud', 'iam', 'roles', 'create').map((call) => option(call, 'organization')),
    ).toEqual(['123456789012']);
    expect(
      callsOf(ran, 'gcloud', 'projects', 'add-iam-policy-binding').map((call) => [
        call.words[3],
        option(call, 'role'),
      ]),
    ).toEqual(
      ['contoso-ml-prod', 'contoso-ml-dev'].map((id) => [id, 'organizations/123456789012/roles/aispmReader']),
    );
  });

  it('enables in the host project what is called, and nothing in the others', async () => {
    const ran = runScript(await printed('gcp', ...PROJECTS, ...ACCOUNT));
    const enabled = callsOf(ran, 'gcloud', 'services', 'enable');
    expect(enabled.map((call) => option(call, 'project'))).toEqual(['contoso-ml-prod']);
    expect(enabled[0]?.words).toEqual(
      expect.arrayContaining([
        'aiplatform.googleapis.com',
        'sts.googleapis.com',
        'iamcredentials.googleapis.com',
      ]),
    );
  });

  it('brings roles that are there up to date, and touches nothing else', async () => {
    const { calls } = runScript(await printed('gcp', ...PROJECTS, '--update'));
    expect(calls.map(({ words }) => words.slice(0, 5))).toEqual([
      ['gcloud', 'iam', 'roles', 'update', 'aispmReader'],
      ['gcloud', 'iam', 'roles', 'update', 'aispmReader'],
    ]);
  });

  it('prints everything as JSON', async () => {
    const asJson = JSON.parse(await printed('gcp', ...FOLDER, ...ACCOUNT, '--json'));
    expect(asJson.role).toEqual(googleRole(googleReaders, 'folder'));
    expect(asJson.boundAt).toEqual(['folders/210987654321']);
    expect(asJson.federation.roles).toHaveLength(FLEET.length);
  });
});

/** Whether every bracket outside of strings and comments is closed by its own kind. */
function isBalanced(text: string, quote: '"' | "'"): boolean {
  const bare = text
    .replaceAll(quote === '"' ? /"(?:[^"\\]|\\.)*"/g : /'(?:[^'\\]|\\.)*'/g, '')
    .replaceAll(/(#|\/\/).*$/gm, '');
  const open: string[] = [];
  for (const bracket of bare.match(/[[\](){}]/g) ?? []) {
    if ('[({'.includes(bracket)) open.push(bracket);
    else if ('[({'.indexOf(open.pop() ?? '') !== '])}'.indexOf(bracket)) return false;
  }
  return open.length === 0 && !bare.includes(quote);
}

const offline = { env: { ...process.env, CHECKPOINT_DISABLE: '1' }, encoding: 'utf8' } as const;
const hasTerraform = spawnSync('terraform', ['version'], offline).status === 0;

/** What `terraform fmt` would change or cannot read. */
function objectionsOfTerraform(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'aispm-terraform-'));
  try {
    writeFileSync(path.join(folder, 'main.tf'), text);
    const { stdout, status } = spawnSync('terraform', ['fmt', '-check', '-diff', folder], offline);
    return status === 0 ? '' : stdout || 'it cannot be read';
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('infrastructure as code', () => {
  const azure = [
    ['--subscription', S1, S2],
    ['--management-group', 'con(to).so', '--identity-subscription', S1, '--issuer', 'https://x.example'],
  ];
  const gcp = [ORGANIZATION, FOLDER, PROJECTS, [...PROJECTS, '--direct'], [...FOLDER, '--direct']];
  const terraform = [...azure.map((root) => ['azure', ...root]), ...gcp.map((root) => ['gcp', ...root])].map(
    (argv) => [...argv, ...ACCOUNT, '--format', 'terraform'],
  );

  it.each(terraform.map((argv) => ({ argv })))('$argv is whole', async ({ argv }) => {
    const text = await printed(...argv);
    expect(isBalanced(text, '"')).toBe(true);
    const defined = new Set(
      [...text.matchAll(/^(?:resource|data) "([a-z_]+)" "([a-z_0-9]+)"/gm)].map(
        ([, type, name]) => `${type}.${name}`,
      ),
    );
    const used = [...text.matchAll(/\b((?:google|azurerm)_[a-z_]+\.[a-z_0-9]+)/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(3);
    expect(used.filter((name = '') => !defined.has(name))).toEqual([]);
  });

  it.runIf(hasTerraform).each(terraform.map((argv) => ({ argv })))(
    '$argv is read by terraform and formatted as it would',
    async ({ argv }) => {
      expect(objectionsOfTerraform(await printed(...argv))).toBe('');
    },
  );

  it.each(azure.map((root) => ({ root })))('Bicep for $root is whole', async ({ root }) => {
    for (const part of ['identity', 'access'])
      expect(
        isBalanced(await printed('azure', ...root, ...ACCOUNT, '--format', 'bicep', '--part', part), "'"),
      ).toBe(true);
  });

  it('says the same as the commands', async () => {
    const root = ['--subscription', S1, S2];
    const role = azureRole(azureReaders, { kind: 'subscriptions', subscriptions: [S1, S2] });
    const listed = (text: string, key: string, quote: string) =>
      [
        ...(new RegExp(`${key}[ =:]+\\[\\n(.*?)\\n *\\]`, 's').exec(text)?.[1] ?? '').matchAll(
          new RegExp(`${quote}([^${quote}]+)${quote}`, 'g'),
        ),
      ].map(([, value]) => value);
    const bicep = await printed('azure', ...root, ...ACCOUNT, '--format', 'bicep', '--part', 'access');
    expect(listed(bicep, ' actions', "'")).toEqual(role.Actions);
    expect(listed(bicep, 'assignableScopes', "'")).toEqual(role.AssignableScopes);
    expect(bicep).toMatch(/ dataActions: \[\]/);
    const hcl = await printed('azure', ...root, ...ACCOUNT, '--format', 'terraform');
    expect(listed(hcl, ' actions', '"')).toEqual(role.Actions);
    expect(listed(hcl, 'assignable_scopes', '"')).toEqual(role.AssignableScopes);
    const google = await printed('gcp', ...FOLDER, ...ACCOUNT, '--format', 'terraform');
    expect(listed(google, 'permissions', '"')).toEqual(
      googleRole(googleReaders, 'folder').includedPermissions,
    );
    for (const name of FLEET) {
      expect(
        await printed('azure', ...root, ...ACCOUNT, '--format', 'bicep', '--part', 'identity'),
      ).toContain(`subject: 'arn:aws:iam::111122223333:role/${name}'`);
      expect(hcl).toContain(`"arn:aws:iam::111122223333:role/${name}"`);
    }
  });

  it('lets nothing take tokens but the fleet’s roles, on the one service account', async () => {
    const text = await printed('gcp', ...PROJECTS, ...ACCOUNT, '--format', 'terraform');
    expect([...text.matchAll(/workloadIdentityUser/g)]).toHaveLength(1);
    expect(text).toMatch(
      /google_service_account_iam_binding" "impersonated_by" \{[^}]*members\s+= local\.fleet/,
    );
    expect(await printed('gcp', ...PROJECTS, ...ACCOUNT, '--direct', '--format', 'terraform')).not.toMatch(
      /workloadIdentityUser|google_service_account/,
    );
  });
});

describe('what nobody should have written ends with 2 and says what to do', () => {
  const SUBSCRIBED = ['azure', '--subscription', S1];
  it.each([
    { argv: ['azure', ...ACCOUNT], says: '--subscription: is missing' },
    {
      argv: ['azure', '--subscription', S1],
      says: '--aws-account: is missing; write the account that the fleet runs in',
    },
    {
      argv: ['azure', '--subscription', 'contoso', ...ACCOUNT],
      says: '--subscription: "contoso" is not a subscription id',
    },
    { argv: ['azure', '--subscription', S1, S1, ...ACCOUNT], says: '--subscription: ' },
    {
      argv: ['azure', '--subscription', S1, '--management-group', 'x', ...ACCOUNT],
      says: '--management-group: and --subscription exclude',
    },
    { argv: ['azure', '--management-group', 'x', ...ACCOUNT], says: '--identity-subscription: is missing' },
    {
      argv: [...SUBSCRIBED, '--aws-account', '1111'],
      says: '--aws-account: "1111" is not a 12-digit account id',
    },
    {
      argv: [...SUBSCRIBED, '--role-arn', 'aispm-scan-scope'],
      says: '--role-arn: "aispm-scan-scope" is not the ARN of an IAM role',
    },
    {
      argv: [...SUBSCRIBED, ...ACCOUNT, '--role-arn', 'arn:aws:iam::444455556666:role/x'],
      says: '--role-arn: names roles of several accounts (111122223333, 444455556666)',
    },
    {
      argv: [
        ...SUBSCRIBED,
        '--role-arn',
        ...Array.from({ length: 21 }, (_, index) => `arn:aws:iam::111122223333:role/r${index}`),
      ],
      says: '--role-arn: makes it 21 roles; an identity of Azure trusts at most 20',
    },
    {
      argv: [...SUBSCRIBED, ...ACCOUNT, '--format', 'yaml'],
      says: '--format: is none of commands, bicep, terraform, json',
    },
    { argv: [...SUBSCRIBED, ...ACCOUNT, '--format', 'bicep'], says: '--part: is missing' },
    { argv: [...SUBSCRIBED, ...ACCOUNT, '--part', 'access'], says: '--part: belongs to --format bicep' },
    {
      argv: [...SUBSCRIBED, '--update', '--format', 'terraform'],
      says: '--update: is for commands and json',
    },
    {
      argv: [...SUBSCRIBED, ...ACCOUNT, '--json', '--format', 'commands'],
      says: '--json: and --format commands exclude',
    },
    { argv: ['gcp', ...ACCOUNT], says: '--project: is missing' },
    {
      argv: ['gcp', ...FOLDER, '--project', 'contoso-ml', ...ACCOUNT],
      says: '--folder: and --project exclude',
    },
    {
      argv: ['gcp', '--folder', '210987654321', ...ACCOUNT],
      says: '--organization: is missing; there are no roles of folders',
    },
    { argv: ['gcp', '--organization', '123456789012', ...ACCOUNT], says: '--host-project: is missing' },
    { argv: ['gcp', ...PROJECTS], says: '--aws-account: is missing' },
    {
      argv: ['gcp', ...PROJECTS, ...ACCOUNT, '--format', 'bicep'],
      says: '--format: is for Azure alone; write terraform',
    },
    {
      argv: ['gcp', ...PROJECTS, ...ACCOUNT, '--provider', 'aws'],
      says: '--provider: "aws" is not the id of a provider',
    },
    { argv: ['gcp', ...PROJECTS, ...ACCOUNT, '--pool', 'gcp-pool'], says: '--pool: ' },
    {
      argv: ['gcp', ...PROJECTS, '--role-arn', 'arn:aws:iam::111122223333:role/scan@night'],
      says: '--role-arn: "scan@night" has a character',
    },
    {
      argv: [
        'gcp',
        ...PROJECTS,
        '--role-arn',
        ...Array.from(
          { length: 40 },
          (_, index) => `arn:aws:iam::111122223333:role/${'r'.repeat(60)}${index}`,
        ),
      ],
      says: '--role-arn: names so many roles',
    },
    { argv: ['aws'], says: "unknown command 'aws'" },
  ])('$says', async ({ argv, says }) => {
    const { code, stdout, stderr } = await terminal.aispm('setup', ...argv);
    expect(stderr).toContain(says);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  const OPTIONS: Readonly<Record<'azure' | 'gcp', readonly string[]>> = {
    azure: [
      'subscription',
      'management-group',
      'tenant',
      'aws-account',
      'fleet',
      'role-arn',
      'issuer',
      'identity-subscription',
      'resource-group',
      'location',
      'identity-name',
      'role-name',
    ],
    gcp: [
      'project',
      'folder',
      'organization',
      'host-project',
      'aws-account',
      'fleet',
      'role-arn',
      'pool',
      'provider',
      'service-account',
      'role-name',
    ],
  };
  const HOSTILE = ["x'; id; '", 'x$(id)', 'x`id`', 'x"y', 'x$\u007by}', 'x\nid', 'x\\', 'x|y', '\u202ex'];
  it.each(Object.entries(OPTIONS).flatMap(([cloud, options]) => options.map((name) => ({ cloud, name }))))(
    'aispm setup $cloud --$name takes nothing that a shell or a file would understand',
    async ({ cloud, name }) => {
      const roots: Readonly<Record<string, readonly string[]>> = {
        azure: ['--subscription', S1],
        gcp: PROJECTS,
      };
      for (const value of HOSTILE) {
        const given = [cloud, ...(roots[cloud] ?? []), ...ACCOUNT, `--${name}`, value];
        const { code, stdout, stderr } = await terminal.aispm('setup', ...given);
        expect([value, code, stdout]).toEqual([value, 2, '']);
        expect(stderr).toContain(`--${name}: `);
      }
    },
  );
});

describe('whatever an option may hold', () => {
  const characters = fc.constantFrom(...'aB9 ._()-é日'.split(''));
  const named = (length: number) =>
    fc.array(characters, { minLength: 1, maxLength: length }).map((all) => `r${all.join('')}`);

  it('reaches the cloud as one word, in commands, Bicep and Terraform', async () => {
    await fc.assert(
      fc.asyncProperty(named(60), async (roleName) => {
        const argv = ['azure', '--subscription', S1, ...ACCOUNT, '--role-name', roleName];
        const ran = runScript(await printed(...argv));
        expect(
          callsOf(ran, 'az', 'role', 'assignment', 'create').map((call) => option(call, 'role')),
        ).toEqual([roleName]);
        expect(callsOf(ran, 'az', 'role', 'definition', 'create')[0]?.files).toMatchObject([
          { Name: roleName },
        ]);
        expect(await printed(...argv, '--format', 'terraform')).toContain(`= "${roleName}"\n`);
        expect(await printed(...argv, '--format', 'bicep', '--part', 'access')).toContain(
          `= '${roleName}'\n`,
        );
      }),
      { numRuns: 15 },
    );
  });
});
