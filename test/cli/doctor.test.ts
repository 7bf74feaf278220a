import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TokenCredential } from '@azure/identity';
import { afterEach, describe, expect, it } from 'vitest';
import { azureReaders } from '#cli/setup/readers.ts';
import { azureCloud } from '#connectors/azure/cloud.ts';
import { AssertionRefused, federatedCredential as entraCredential } from '#connectors/azure/credential.ts';
import type { Cloud } from '#connectors/cloud.ts';
import { gcpCloud } from '#connectors/gcp/cloud.ts';
import { federatedCredential as googleCredential } from '#connectors/gcp/credentials.ts';
import { azureRole } from '#connectors/permissions.ts';
import { assignment, builtInRoles, customRole } from '#test/estate/azure/roles.ts';
import { READER } from '#test/estate/azure/server.ts';
import type { EstateDescription } from '#test/estate/description.ts';
import { type Estate, startEstate } from '#test/estate/estate.ts';
import { startGcpEstate } from '#test/estate/gcp/server.ts';
import { story } from '#test/estate/story/index.ts';
import { openTerminal, type Ran, type Terminal } from './terminal.ts';

const [SUBSCRIPTION = ''] = Object.keys(story.azure?.subscriptions ?? {});
const [PROJECT = ''] = Object.keys(story.gcp?.projects ?? {});
const UNSEEN = '99999999-0000-4000-8000-000000000099';
const TENANT = '0d9c8b7a-6f5e-4d3c-8b2a-1f0e9d8c7b6a';
const HOST = 'nl-security';
const ROLE = '0000c0de-0000-4000-8000-000000000001';
const AUDIENCE =
  '//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/aispm/providers/aws-fleet';

const CONFIG = `
azure: {tenantId: ${TENANT}, clientId: 00000000-0000-0000-0000-000000000002, subscriptions: [${SUBSCRIPTION}]}
gcp:
  audience: ${AUDIENCE}
  serviceAccount: aispm-reader@${HOST}.iam.gserviceaccount.com
  projects: [${PROJECT}]
`;

interface Given {
  /** Roles of Azure beside the reader's: names of built-in ones. */
  readonly azure?: readonly string[];
  readonly gcp?: { readonly also?: readonly string[]; readonly without?: readonly string[] };
}

/** The estate of the story, in which the identity that asks has the roles that `aispm setup` prints, and what is given. */
function estateWith({ azure = [], gcp = {} }: Given): EstateDescription {
  const scope = `/subscriptions/${SUBSCRIPTION}`;
  const reading = azureRole(azureReaders, { kind: 'subscriptions', subscriptions: [SUBSCRIPTION] });
  const assigned = (role: string) =>
    assignment({ subscription: SUBSCRIPTION, scope, role, principalId: READER, name: `to-aispm-${role}` });
  const own = story.azure?.subscriptions[SUBSCRIPTION]?.resources ?? [];
  const roles = [
    ...builtInRoles(SUBSCRIPTION),
    customRole(SUBSCRIPTION, ROLE, 'aispm reader', { actions: [...reading.Actions] }),
  ];
  const project = story.gcp?.projects[PROJECT];
  return {
    azure: {
      tenantId: TENANT,
      subscriptions: {
        [SUBSCRIPTION]: { resources: [...own, ...roles, assigned(ROLE), ...azure.map(assigned)] },
      },
    },
    gcp: { projects: { [PROJECT]: { ...project, collections: project?.collections ?? {}, caller: gcp } } },
    ...(story.aws ? { aws: story.aws } : {}),
  };
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function started(given: Given = {}): Promise<Estate> {
  const estate = await startEstate(estateWith(given));
  open.push(() => estate.close());
  return estate;
}

/** Runs doctor over these clouds, with the config of the fleet. */
async function doctor(clouds: readonly Cloud[], ...argv: string[]): Promise<Ran> {
  const terminal: Terminal = await openTerminal(clouds);
  open.push(() => terminal.close());
  const config = path.join(terminal.folder, 'aispm.config.yaml');
  await writeFile(config, CONFIG);
  return terminal.aispm('doctor', '--config', config, ...argv);
}

/** Without what breaks lines. */
const flat = ({ stdout }: Ran): string => stdout.replaceAll(/\s+/g, ' ');

const azureOf = (estate: Estate, credential?: TokenCredential, subscriptions = [SUBSCRIPTION]): Cloud => {
  if (!estate.azure) throw new Error('there is no Azure');
  return azureCloud({
    ...estate.azure,
    ...(credential ? { credential } : {}),
    tenantId: TENANT,
    subscriptions: { kind: 'listed', subscriptions },
    retry: { maxRetries: 0 },
  });
};

const gcpOf = (estate: Estate, serviceAccount?: string): Cloud => {
  if (!estate.gcp) throw new Error('there is no Google Cloud');
  return gcpCloud({
    ...estate.gcp,
    projects: [PROJECT],
    regions: ['europe-west3'],
    retry: { maxRetries: 0 },
    credential: googleCredential({
      audience: AUDIENCE,
      awsRegion: 'eu-west-1',
      awsCredentials: async () => ({
        accessKeyId: 'AKIDEXAMPLE',
        secretAccessKey: 'example',
        sessionToken: 'session',
      }),
      endpoints: estate.gcp.endpoints,
      ...(serviceAccount ? { serviceAccount } : {}),
    }),
  });
};

describe('aispm doctor, with the roles that aispm setup prints', () => {
  it('finds nothing to mend in Azure and Google Cloud', async () => {
    const { clouds } = await started();
    const ran = await doctor(clouds, '--azure', '--gcp', '--as-fleet');
    expect(ran.stdout).toContain(
      `2 of 2 subscriptions, projects, folders and organizations visible · asked in Azure as ${READER}`,
    );
    expect(ran.stdout).toMatch(/2 scopes · \d+ operations allowed · 0 not/);
    expect(ran.code).toBe(0);
  });

  it('says it as JSON', async () => {
    const { clouds } = await started();
    const said = JSON.parse((await doctor(clouds, '--azure', '--gcp', '--json')).stdout);
    expect(said).toMatchObject({ login: 'own login', scopes: 2, gaps: [], tooMuch: [] });
    expect(said.granted).toMatchObject([{ visible: true, principal: READER }, { visible: true }]);
    expect(said.coverage.length).toBeGreaterThan(10);
  });
});

describe('aispm doctor, where something was not granted', () => {
  it('names the permission and prints the command that grants it, for what was denied', async () => {
    const estate = await started();
    estate.faults.set('Microsoft.CognitiveServices/accounts/list', { kind: 'denied' });
    const ran = await doctor(estate.clouds, '--azure', '--as-fleet');
    expect(flat(ran)).toContain('Microsoft.CognitiveServices/accounts/list');
    expect(flat(ran)).toContain(
      `Grant Microsoft.CognitiveServices/accounts/read $ aispm setup azure --subscription ${SUBSCRIPTION} --update`,
    );
    expect(ran.code).toBe(3);
  });

  it('knows also of what there was no asset to try on', async () => {
    const { clouds } = await started({ gcp: { without: ['aiplatform.models.get'] } });
    const ran = await doctor(clouds, '--gcp', '--as-fleet');
    expect(flat(ran)).toContain(
      `aiplatform.models.get: not granted in gcp/${PROJECT}/global Grant aiplatform.models.get $ aispm setup gcp --project ${PROJECT} --update`,
    );
    expect(ran.code).toBe(3);
  });

  it('takes what was allowed for granted, and says what was denied once', async () => {
    const estate = await started({
      gcp: { without: ['aiplatform.endpoints.list', 'notebooks.instances.list'] },
    });
    estate.faults.set('notebooks.instances.list', { kind: 'denied' });
    const { stdout } = await doctor(estate.clouds, '--gcp', '--as-fleet', '--json');
    const said: { gaps: { unseen: string; why: string }[] } = JSON.parse(stdout);
    expect(said.gaps.map(({ unseen, why }) => [unseen, why])).toEqual([
      ['notebooks.instances.list', 'denied: HTTP 403'],
    ]);
  });

  it('gives a login of one’s own no role of the fleet’s, but says how the fleet gets it', async () => {
    const { clouds } = await started({ gcp: { without: ['aiplatform.models.get'] } });
    expect(flat(await doctor(clouds, '--gcp'))).toContain(
      `Grant aiplatform.models.get; to the fleet, with what this prints: $ aispm setup gcp --project ${PROJECT} --update`,
    );
  });

  it('says once which subscription is not visible, and not of each operation there', async () => {
    const estate = await started();
    const ran = await doctor([azureOf(estate, undefined, [SUBSCRIPTION, UNSEEN])], '--azure', '--as-fleet');
    expect(ran.stdout).toContain('1 of 2 subscriptions, projects, folders and organizations visible');
    expect(flat(ran)).toContain(
      `everything: not visible: this identity was given nothing there, or there is no such place in azure/${UNSEEN}/global Grant the reader role $ aispm setup azure --subscription ${SUBSCRIPTION} --tenant ${TENANT} --aws-account '<account of the fleet>'`,
    );
    expect([...ran.stdout.matchAll(new RegExp(UNSEEN, 'g'))]).toHaveLength(1);
    expect(ran.code).toBe(3);
  });

  it('says which project is not visible', async () => {
    const estate = await started({ gcp: {} });
    estate.faults.set('*', { kind: 'denied' });
    const ran = await doctor(estate.clouds, '--gcp', '--as-fleet');
    expect(flat(ran)).toContain('0 of 1 subscriptions');
    expect(flat(ran)).toContain(
      `Will not be seen everything: not visible: this identity was given nothing there, or there is no such place in gcp/${PROJECT}/global Grant the reader role $ aispm setup gcp --project ${PROJECT} --host-project ${HOST} --service-account aispm-reader --pool aispm --provider aws-fleet --aws-account '<account of the fleet>' `,
    );
    expect(flat(ran)).not.toContain('denied: HTTP 403');
    expect(ran.code).toBe(3);
  });

  it('takes a place for visible where something there answers', async () => {
    const estate = await started();
    estate.faults.set('resourcemanager.projects.testIamPermissions', { kind: 'denied' });
    const ran = await doctor(estate.clouds, '--gcp', '--as-fleet');
    expect(ran.stdout).toContain('1 of 1 subscriptions');
    expect(ran.code).toBe(0);
  });
});

describe('aispm doctor, where no token is to be had', () => {
  const SETUP_AZURE = `aispm setup azure --subscription ${SUBSCRIPTION} --tenant ${TENANT} --aws-account`;

  it('says that AWS signs nothing for others, and which switch that is', async () => {
    const credential = {
      getToken: () => Promise.reject(new AssertionRefused('OutboundWebIdentityFederationDisabledException')),
    };
    const ran = await doctor([azureOf(await started(), credential)], '--azure', '--as-fleet');
    expect(flat(ran)).toContain(
      'sts:GetWebIdentityToken: denied: OutboundWebIdentityFederationDisabledException',
    );
    expect(flat(ran)).toContain('$ aws iam enable-outbound-web-identity-federation');
    expect(ran.code).toBe(3);
  });

  it('says that the role may not ask AWS for a token', async () => {
    const credential = { getToken: () => Promise.reject(new AssertionRefused('AccessDenied')) };
    const ran = await doctor([azureOf(await started(), credential)], '--azure', '--as-fleet');
    expect(flat(ran)).toContain(
      `denied: AccessDenied in azure/${SUBSCRIPTION}/global Grant sts:GetWebIdentityToken`,
    );
  });

  it('says that AWS signed and Entra ID does not trust the role', async () => {
    const estate = await started();
    estate.faults.set('Microsoft.Entra/token', { kind: 'denied' });
    const credential = entraCredential({
      tenantId: TENANT,
      clientId: '00000000-0000-0000-0000-000000000002',
      ...(estate.azure ? { httpClient: estate.azure.httpClient } : {}),
      sts: {
        region: 'eu-central-1',
        ...(estate.aws ? { endpoint: estate.aws.endpoint, credentials: estate.aws.credentials } : {}),
      },
    });
    const ran = await doctor([azureOf(estate, credential)], '--azure', '--as-fleet');
    expect(flat(ran)).toContain('AADSTS700213');
    expect(flat(ran)).toContain(`AWS signed for the role, and Entra ID does not trust it $ ${SETUP_AZURE}`);
    expect(ran.code).toBe(3);
  });

  it('says that the pool of Google does not let the role in', async () => {
    const estate = await started();
    estate.faults.set('sts.token', { kind: 'denied' });
    const ran = await doctor(
      [gcpOf(estate, 'aispm-reader@x.iam.gserviceaccount.com')],
      '--gcp',
      '--as-fleet',
    );
    expect(flat(ran)).toContain('sts.token: denied');
    expect(flat(ran)).toContain('does not let the role in: pool, provider or condition $ aispm setup gcp');
    expect(ran.code).toBe(3);
  });

  it('says that the pool lets the role in, and the service account does not', async () => {
    const estate = await started();
    estate.faults.set('iamcredentials.serviceAccounts.generateAccessToken', { kind: 'denied' });
    const ran = await doctor(
      [gcpOf(estate, 'aispm-reader@x.iam.gserviceaccount.com')],
      '--gcp',
      '--as-fleet',
    );
    expect(flat(ran)).toContain('iamcredentials.serviceAccounts.generateAccessToken: denied');
    expect(flat(ran)).toContain(
      'The pool lets the role in, and the service account does not let it impersonate',
    );
    expect(flat(ran)).not.toContain('not visible');
    expect(ran.code).toBe(3);
  });

  it('tells who is not logged in to log in', async () => {
    const estate = await started();
    const credential = { getToken: async () => null };
    expect(flat(await doctor([azureOf(estate, credential)], '--azure'))).toContain('Log in: run "az login"');
  });

  it('asks for a config where it is to be the fleet', async () => {
    const { reachClouds } = await import('#cli/clouds.ts');
    const { parseConfigText } = await import('#shared/config/read.ts');
    await expect(reachClouds(parseConfigText('', 'test'), ['azure'], 'fleet', {})).rejects.toThrow(
      /--as-fleet: the config says nothing of azure; write what "aispm setup azure" prints/,
    );
    const clouds = await reachClouds(parseConfigText(CONFIG, 'test'), ['azure', 'gcp'], 'fleet', {});
    expect(clouds.map(({ provider }) => provider)).toEqual(['azure', 'gcp']);
  });
});

describe('aispm doctor, where too much was granted', () => {
  it('ends with 1 as the fleet, and says by which role, what that lets it do, and how to take it away', async () => {
    const { clouds } = await started({ azure: ['Owner'] });
    const ran = await doctor(clouds, '--azure', '--as-fleet');
    expect(flat(ran)).toContain('The fleet may do more than read');
    expect(flat(ran)).toContain(
      '*: Microsoft.CognitiveServices/accounts/listKeys/action hands out keys, secrets or tokens',
    );
    expect(flat(ran)).toContain(`Owner at /subscriptions/${SUBSCRIPTION}`);
    expect(flat(ran)).toContain(
      `az role assignment delete --ids /subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleAssignments/to-aispm-Owner`,
    );
    expect(ran.code).toBe(1);
  });

  it('does so in Google Cloud, with where to look for the role', async () => {
    const { clouds } = await started({
      gcp: { also: ['aiplatform.endpoints.predict', 'iam.serviceAccounts.getAccessToken'] },
    });
    const ran = await doctor(clouds, '--gcp', '--as-fleet');
    expect(flat(ran)).toContain('aiplatform.endpoints.predict: uses a model');
    expect(flat(ran)).toContain('iam.serviceAccounts.getAccessToken: hands out keys or tokens');
    expect(flat(ran)).toContain(
      `gcloud projects get-iam-policy ${PROJECT} --flatten 'bindings[].members' --filter bindings.members:aispm-reader@${HOST}.iam.gserviceaccount.com --format 'value(bindings.role)'`,
    );
    expect(ran.code).toBe(1);
  });

  it('says so of a login of one’s own, and ends with 0: the fleet does not use it', async () => {
    const { clouds } = await started({ azure: ['Contributor'] });
    const ran = await doctor(clouds, '--azure');
    expect(flat(ran)).toContain('This login may do more than read');
    expect(ran.code).toBe(0);
  });

  it('ends with 3 where something is missing as well', async () => {
    const { clouds } = await started({
      gcp: { also: ['storage.objects.get'], without: ['aiplatform.models.get'] },
    });
    expect((await doctor(clouds, '--gcp', '--as-fleet')).code).toBe(3);
  });
});

describe('aispm doctor, where a service is not enabled', () => {
  it('tells a provider that is not registered from one that is denied', async () => {
    const { azure } = await started();
    if (!azure) throw new Error('there is no Azure');
    const cloud = azureCloud({
      ...azure,
      subscriptions: { kind: 'listed', subscriptions: [SUBSCRIPTION] },
      retry: { maxRetries: 0 },
      httpClient: {
        sendRequest: async (request) => {
          const isLearning = request.url.includes('Microsoft.MachineLearningServices');
          const response = await azure.httpClient.sendRequest(request);
          return isLearning
            ? { ...response, status: 409, bodyAsText: '{"error":{"code":"MissingSubscriptionRegistration"}}' }
            : response;
        },
      },
    });
    const ran = await doctor([cloud], '--azure', '--as-fleet');
    expect(flat(ran)).toContain('Not enabled, which is not the same as denied');
    expect(flat(ran)).toContain(
      `Microsoft.MachineLearningServices in azure/${SUBSCRIPTION} Nothing of it can be there. Only if it is to be used: $ az provider register --namespace Microsoft.MachineLearningServices --subscription ${SUBSCRIPTION}`,
    );
    expect(ran.code).toBe(0);
  });

  it('says of an API that tells of all projects that it is off where the identity lives', async () => {
    const { clouds } = await started();
    const ran = await doctor(clouds, '--gcp', '--as-fleet');
    expect(flat(ran)).toContain(
      `cloudasset.googleapis.com in gcp/${PROJECT} Off in the project that hosts the identity, which the calls are counted to: nothing of it is seen anywhere $ gcloud services enable cloudasset.googleapis.com --project ${HOST}`,
    );
  });

  it.each([
    {
      what: 'off in a project',
      services: ['serviceusage'],
      says: 'Nothing of it can be there.',
      at: PROJECT,
    },
    {
      what: 'on there, and off where the identity lives',
      services: ['notebooks', 'serviceusage'],
      says: 'Off in the project that hosts',
      at: HOST,
    },
  ])('tells an API that is $what', async ({ services, says, at }) => {
    const description = estateWith({});
    const project = description.gcp?.projects[PROJECT];
    if (!project) throw new Error('there is no project');
    const named = services.map((name) => `${name}.googleapis.com`);
    const estate = await startGcpEstate({ projects: { [PROJECT]: { ...project, services: named } } });
    open.push(() => estate.close());
    const cloud = gcpCloud({
      ...estate,
      projects: [PROJECT],
      regions: [],
      retry: { maxRetries: 0 },
      httpClient: {
        sendRequest: async (request) => {
          const response = await estate.httpClient.sendRequest(request);
          return new URL(request.url).host === 'notebooks.googleapis.com'
            ? {
                ...response,
                status: 403,
                bodyAsText: '{"error":{"details":[{"reason":"SERVICE_DISABLED"}]}}',
              }
            : response;
        },
      },
    });
    const ran = await doctor([cloud], '--gcp', '--as-fleet');
    const [, told = ''] = flat(ran).split(`notebooks.googleapis.com in gcp/${PROJECT} `);
    expect(told.startsWith(says)).toBe(true);
    expect(told).toContain(`$ gcloud services enable notebooks.googleapis.com --project ${at}`);
  });
});
