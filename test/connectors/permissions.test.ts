import { describe, expect, it } from 'vitest';
import { type Connector, operationsOf } from '#connectors/connector.ts';
import { gcpConnectors } from '#connectors/gcp/index.ts';
import { changeEvents, connectors } from '#connectors/index.ts';
import { NEVER_GRANTED, neverGranted } from '#connectors/never-granted.ts';
import {
  awsPolicy,
  azureRole,
  type GoogleRoot,
  googleApis,
  googleRole,
  listingOperations,
  permissionsOf,
} from '#connectors/permissions.ts';
import { PROVIDERS, type Provider } from '#shared/model/scope.ts';
import { actions as remediations } from '#shared/remediation/index.ts';
import { planningReads } from '#shared/remediation/permissions.ts';

const all: readonly Connector[] = Object.values(connectors).flat();

const declared = (some: readonly Pick<Connector, 'operations'>[]) =>
  some.flatMap(operationsOf).map(({ permission }) => permission);

const inSubscriptions = azureRole(connectors.azure, { kind: 'subscriptions', subscriptions: ['s1', 's2'] });
const inManagementGroup = azureRole(connectors.azure, { kind: 'management-group', managementGroup: 'ai' });
const ROOTS: readonly GoogleRoot['kind'][] = ['projects', 'folder', 'organization'];

describe('the generated policies', () => {
  it('grant every declared permission and nothing else', () => {
    const actions = awsPolicy(connectors.aws).Statement.flatMap(({ Action }) => Action);
    expect(new Set(actions)).toEqual(new Set(declared(connectors.aws)));
    expect(new Set(inSubscriptions.Actions)).toEqual(
      new Set([...declared(connectors.azure), 'Microsoft.Resources/subscriptions/read']),
    );
    expect(new Set(inManagementGroup.Actions)).toEqual(
      new Set([...inSubscriptions.Actions, 'Microsoft.Management/managementGroups/descendants/read']),
    );
    const inventory = ['cloudasset.assets.listResource', 'cloudasset.assets.listIamPolicy'];
    const ofProjects = gcpConnectors.filter(({ level }) => level === 'project');
    expect(new Set(googleRole(gcpConnectors, 'projects').includedPermissions)).toEqual(
      new Set([...declared(ofProjects), ...inventory]),
    );
    expect(new Set(googleRole(gcpConnectors, 'organization').includedPermissions)).toEqual(
      new Set([
        ...declared(connectors.gcp),
        ...inventory,
        'resourcemanager.projects.list',
        'resourcemanager.folders.list',
      ]),
    );
  });

  it('name every action of AWS, and none that writes', () => {
    for (const action of awsPolicy(connectors.aws).Statement.flatMap(({ Action }) => Action))
      expect(action).toMatch(
        /^[a-z0-9-]+:(?:Describe|Get|List|Search|BatchGet|View|GenerateServiceLastAccessed)\w*$|^apigateway:GET$/,
      );
  });

  it('say which operations and asset types need each permission', () => {
    expect(permissionsOf(connectors.aws)).toContainEqual({
      permission: 's3:ListAllMyBuckets',
      operations: ['s3:ListBuckets'],
      assetTypes: ['aws.s3.bucket', 'aws.s3.default-bucket'],
    });
    const sorted = permissionsOf(all).map(({ permission }) => permission);
    expect(sorted).toEqual([...sorted].sort());
    expect(new Set(sorted).size).toBe(sorted.length);
  });
});

describe('what no role holds', () => {
  const planning = (provider: Provider): string[] => declared(planningReads(remediations, provider));

  it.each(PROVIDERS)('is in nothing that is granted for reading %s', (provider) => {
    const granted: Readonly<Record<Provider, readonly string[]>> = {
      aws: awsPolicy(connectors.aws).Statement.flatMap(({ Action }) => Action),
      azure: [...inSubscriptions.Actions, ...inManagementGroup.Actions],
      gcp: ROOTS.flatMap((root) => googleRole(gcpConnectors, root).includedPermissions),
    };
    const listing =
      provider === 'aws' ? [] : listingOperations[provider].map(({ operation }) => operation.permission);
    const everything = new Set([
      ...granted[provider],
      ...declared(connectors[provider]),
      ...planning(provider),
      ...listing,
    ]);
    expect(everything.size).toBeGreaterThan(10);
    const refused = [...everything].flatMap((permission) => {
      const kind = neverGranted(provider, permission);
      return kind ? [`${permission} ${kind.reason}`] : [];
    });
    expect(refused).toEqual([]);
  });

  it('covers what it was made for, and each kind by a name that exists', () => {
    const wanted: readonly (readonly [Provider, string])[] = [
      ['azure', 'Microsoft.CognitiveServices/accounts/listKeys/action'],
      ['azure', 'Microsoft.MachineLearningServices/workspaces/connections/listSecrets/action'],
      ['azure', 'Microsoft.Search/searchServices/listQueryKeys/action'],
      ['azure', 'Microsoft.MachineLearningServices/*/read'],
      ['azure', 'Microsoft.CognitiveServices/accounts/CustomVision/projects/predictions/read'],
      ['gcp', 'aiplatform.reasoningEngines.query'],
      ['gcp', 'aiplatform.endpoints.predict'],
      ['gcp', 'aiplatform.endpoints.rawPredict'],
      ['gcp', 'iam.serviceAccounts.getAccessToken'],
      ['gcp', 'aiplatform.*'],
    ];
    for (const [provider, permission] of wanted) expect(neverGranted(provider, permission)).toBeDefined();
    for (const kind of NEVER_GRANTED)
      for (const example of kind.examples)
        expect([example, neverGranted(kind.provider, example)?.reason]).toEqual([example, kind.reason]);
  });

  it('has no data action of Azure, nor anything to take away again', () => {
    for (const role of [inSubscriptions, inManagementGroup])
      expect([role.DataActions, role.NotActions, role.NotDataActions]).toEqual([[], [], []]);
  });
});

describe('the custom roles keep to what the clouds take', () => {
  // https://learn.microsoft.com/azure/role-based-access-control/custom-roles
  it('of Azure: short names, no wildcard, one management group alone', () => {
    for (const role of [inSubscriptions, inManagementGroup]) {
      expect(role.Name.length).toBeLessThanOrEqual(128);
      expect(role.Description.length).toBeLessThanOrEqual(1024);
      expect(new Set(role.Actions.map((action) => action.toLowerCase())).size).toBe(role.Actions.length);
      for (const action of role.Actions) expect(action).toMatch(/^Microsoft\.[A-Za-z]+(\/[A-Za-z]+)+\/read$/);
    }
    expect(inSubscriptions.AssignableScopes).toEqual(['/subscriptions/s1', '/subscriptions/s2']);
    expect(inManagementGroup.AssignableScopes).toEqual([
      '/providers/Microsoft.Management/managementGroups/ai',
    ]);
  });

  // https://cloud.google.com/iam/docs/creating-custom-roles and https://cloud.google.com/iam/quotas
  it.each(ROOTS)('of Google, for a root of %s: at most 3,000 permissions and 64 KB', (root) => {
    const { title, description, includedPermissions } = googleRole(gcpConnectors, root);
    expect(title.length).toBeLessThanOrEqual(100);
    expect(description.length).toBeLessThanOrEqual(300);
    expect(includedPermissions.length).toBeLessThanOrEqual(3000);
    expect(Buffer.byteLength([title, description, ...includedPermissions].join(''))).toBeLessThanOrEqual(
      65_536,
    );
    for (const permission of includedPermissions)
      expect(permission).toMatch(/^[a-z]+\.[A-Za-z]+\.[A-Za-z]+$/);
  });

  it('of a Google project: nothing that only an organization or a folder has', () => {
    const ofOrganization = {
      assetType: { id: 'x' },
      level: 'organization',
      operations: { list: [{ id: 'a', permission: 'securitycenter.sources.list' }] },
    } as unknown as (typeof gcpConnectors)[number];
    const ofFolder = {
      assetType: { id: 'y' },
      level: 'project',
      operations: {
        list: [
          'resourcemanager.folders.get',
          'resourcemanager.organizations.get',
          'resourcemanager.projects.get',
        ].map((permission) => ({ id: permission, permission })),
      },
    } as unknown as (typeof gcpConnectors)[number];
    const both = [ofOrganization, ofFolder];
    expect(googleRole(both, 'projects').includedPermissions).toEqual([
      'cloudasset.assets.listIamPolicy',
      'cloudasset.assets.listResource',
      'resourcemanager.projects.get',
    ]);
    expect(googleRole(both, 'folder').includedPermissions).toEqual(
      expect.arrayContaining(['resourcemanager.folders.get', 'securitycenter.sources.list']),
    );
  });

  it('say which Google APIs are called, without their locations', () => {
    const apis = googleApis(gcpConnectors);
    expect(apis).toEqual(
      expect.arrayContaining(
        ['aiplatform', 'cloudasset', 'cloudresourcemanager', 'notebooks', 'serviceusage', 'storage'].map(
          (name) => `${name}.googleapis.com`,
        ),
      ),
    );
    const services = declared(gcpConnectors).map((permission) => permission.split('.', 1)[0]);
    const known = new Set([...services, 'cloudasset', 'cloudresourcemanager']);
    for (const api of apis) expect(known).toContain(api.replace(/\.googleapis\.com$/, ''));
    const elsewhere = [
      'https://{region}-dialogflow.googleapis.com/v3/{+parent}',
      'https://{region}discoveryengine.googleapis.com/v1/{+parent}',
      'https://modelarmor.{region}.rep.googleapis.com/v1/{+parent}',
      'https://{host}/v1/{+parent}',
    ].map((url) => ({ id: url, permission: 'documentai.processors.list', method: 'GET', url }));
    const own = { assetType: { id: 'x' }, operations: { list: elsewhere } } as unknown as Connector;
    expect(googleApis([own])).toEqual(
      expect.arrayContaining(
        ['dialogflow', 'discoveryengine', 'documentai', 'modelarmor'].map((name) => `${name}.googleapis.com`),
      ),
    );
  });
});

describe('the change events', () => {
  it('come from the service that the operations belong to', () => {
    expect(changeEvents).toContainEqual({
      eventSource: 'bedrock.amazonaws.com',
      eventName: 'UpdateAgentAlias',
      assetTypes: ['aws.bedrock.agent'],
    });
    expect([...new Set(changeEvents.map(({ eventSource }) => eventSource))]).toEqual(
      expect.arrayContaining(
        ['bedrock', 'iam', 's3', 'sagemaker'].map((service) => `${service}.amazonaws.com`),
      ),
    );
  });
});
