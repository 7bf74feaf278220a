import { describe, expect, it } from 'vitest';
import { changedAssets, servicesOf, unnamedInAuditLogs } from '#connectors/gcp/changes.ts';
import { gcpConnectors } from '#connectors/gcp/index.ts';

const PROJECT = 'acme-ml';
const VERTEX = 'aiplatform.googleapis.com';
const NOTEBOOKS = 'notebooks.googleapis.com';
const MANAGER = 'cloudresourcemanager.googleapis.com';
const STORAGE = 'storage.googleapis.com';
const LOCATION = `projects/${PROJECT}/locations/us-central1`;
const BY_NUMBER = 'projects/123456789012/locations/us-central1';

const changed = (serviceName: string, ...names: string[]) =>
  changedAssets(gcpConnectors, { project: PROJECT, serviceName, names });

describe('a call in an audit log', () => {
  it.each([
    [VERTEX, [`${LOCATION}/endpoints/1`], 'gcp.vertex.endpoint', `//${VERTEX}/${LOCATION}/endpoints/1`],
    [VERTEX, [`${LOCATION}/models/7`], 'gcp.vertex.model', `//${VERTEX}/${LOCATION}/models/7`],
    [VERTEX, [`${LOCATION}/models/7@2`], 'gcp.vertex.model', `//${VERTEX}/${LOCATION}/models/7`],
    [VERTEX, [`${LOCATION}/customJobs/3`], 'gcp.vertex.custom-job', `//${VERTEX}/${LOCATION}/customJobs/3`],
    // By the number of the project: the log says which project it is.
    [VERTEX, [`${BY_NUMBER}/endpoints/1`], 'gcp.vertex.endpoint', `//${VERTEX}/${LOCATION}/endpoints/1`],
    // What is no asset itself is of the nearest above it that is one.
    [
      VERTEX,
      [`${LOCATION}/endpoints/1/deployedModels/2`],
      'gcp.vertex.endpoint',
      `//${VERTEX}/${LOCATION}/endpoints/1`,
    ],
    // A creation has the collection for its target, and names what it made in its answer or its operation.
    [
      VERTEX,
      [LOCATION, `${BY_NUMBER}/customJobs/9`],
      'gcp.vertex.custom-job',
      `//${VERTEX}/${LOCATION}/customJobs/9`,
    ],
    [
      VERTEX,
      [LOCATION, `${BY_NUMBER}/models/5/operations/8`],
      'gcp.vertex.model',
      `//${VERTEX}/${LOCATION}/models/5`,
    ],
    // A deployment names an endpoint and works on it; the model is not what changed.
    [
      VERTEX,
      [`${LOCATION}/endpoints/1`, `${BY_NUMBER}/models/5`],
      'gcp.vertex.endpoint',
      `//${VERTEX}/${LOCATION}/endpoints/1`,
    ],
    [
      NOTEBOOKS,
      [`projects/${PROJECT}/locations/us-central1-a/instances/desk-1`],
      'gcp.workbench.instance',
      `//${NOTEBOOKS}/projects/${PROJECT}/locations/us-central1-a/instances/desk-1`,
    ],
    [
      MANAGER,
      [`projects/${PROJECT}`],
      'gcp.resource-manager.project-policy',
      `//${MANAGER}/projects/${PROJECT}`,
    ],
    [
      MANAGER,
      ['projects/123456789012'],
      'gcp.resource-manager.project-policy',
      `//${MANAGER}/projects/${PROJECT}`,
    ],
    [
      'logging.googleapis.com',
      [`projects/${PROJECT}/sinks/_Default`],
      'gcp.logging.sinks',
      `//logging.googleapis.com/projects/${PROJECT}/sinks`,
    ],
    [
      'logging.googleapis.com',
      [`projects/${PROJECT}/locations/global/buckets/_Default`],
      'gcp.logging.bucket',
      `//logging.googleapis.com/projects/${PROJECT}/locations/global/buckets/_Default`,
    ],
    [
      'modelarmor.googleapis.com',
      [`projects/${PROJECT}/locations/global/floorSetting`],
      'gcp.modelarmor.floor-setting',
      `//modelarmor.googleapis.com/projects/${PROJECT}/locations/global/floorSetting`,
    ],
    [
      'modelarmor.googleapis.com',
      [`${LOCATION}/templates/shield`],
      'gcp.modelarmor.template',
      `//modelarmor.googleapis.com/${LOCATION}/templates/shield`,
    ],
    [
      'orgpolicy.googleapis.com',
      ['projects/123456789012/policies/iam.disableServiceAccountKeyCreation'],
      'gcp.orgpolicy.effective-policy',
      `//orgpolicy.googleapis.com/projects/${PROJECT}/policies/iam.disableServiceAccountKeyCreation`,
    ],
    [
      'serviceusage.googleapis.com',
      ['projects/123456789012/services/aiplatform.googleapis.com'],
      'gcp.service-usage.enabled-services',
      `//serviceusage.googleapis.com/projects/${PROJECT}/services`,
    ],
    [
      'artifactregistry.googleapis.com',
      [`${LOCATION}/repositories/serving`],
      'gcp.artifactregistry.repository',
      `//artifactregistry.googleapis.com/${LOCATION}/repositories/serving`,
    ],
    [
      'dialogflow.googleapis.com',
      [`projects/${PROJECT}/agent/intents/7`],
      'gcp.dialogflow.es-agent',
      `//dialogflow.googleapis.com/projects/${PROJECT}/agent`,
    ],
    [
      'dialogflow.googleapis.com',
      [`${LOCATION}/agents/7/flows/8`],
      'gcp.dialogflow.agent',
      `//dialogflow.googleapis.com/${LOCATION}/agents/7`,
    ],
    // The number of a service account does not tell its address; what was asked or answered does.
    [
      'iam.googleapis.com',
      [
        'projects/-/serviceAccounts/113774264463038321964',
        `projects/${PROJECT}/serviceAccounts/ml@${PROJECT}.iam.gserviceaccount.com/keys/1a2b`,
      ],
      'gcp.iam.service-account',
      `//iam.googleapis.com/projects/${PROJECT}/serviceAccounts/ml@${PROJECT}.iam.gserviceaccount.com`,
    ],
    [STORAGE, ['projects/_/buckets/acme-open'], 'gcp.storage.bucket', `//${STORAGE}/acme-open`],
    [STORAGE, ['projects/_/buckets/acme-open/objects/a'], 'gcp.storage.bucket', `//${STORAGE}/acme-open`],
  ])('%s %j → %s', (serviceName, names, assetType, assetId) => {
    expect(changed(serviceName, ...names)).toContainEqual({
      scope: { provider: 'gcp', account: PROJECT, region: 'global' },
      assetType,
      assetId,
    });
  });

  it.each([
    ['what no connector reads', VERTEX, `${LOCATION}/unheardOf/1`],
    ['a model of a publisher', VERTEX, `${LOCATION}/publishers/google/models/gemini`],
    ['a location', VERTEX, LOCATION],
    ['a service that no connector reads', 'compute.googleapis.com', `${LOCATION}/endpoints/1`],
    ['the address of a service', `us-central1-${VERTEX}`, `${LOCATION}/endpoints/1`],
    ['another project', VERTEX, 'projects/somebody-else/locations/us-central1/endpoints/1'],
    ['another project’s policy', MANAGER, 'projects/somebody-else'],
    [
      'another project’s repository',
      'artifactregistry.googleapis.com',
      'projects/somebody-else/locations/us-central1/repositories/serving',
    ],
    ['any project', VERTEX, 'projects/-/locations/us-central1/endpoints/1'],
    ['the project of buckets', VERTEX, 'projects/_/locations/us-central1/endpoints/1'],
    ['an organisation', MANAGER, 'organizations/123456789012'],
    ['nothing', VERTEX, ''],
    ['another host', VERTEX, '//evil.example/projects/acme-ml/locations/us-central1/endpoints/1'],
    ['a location that is a host', VERTEX, `projects/${PROJECT}/locations/evil.example/endpoints/1`],
    ['a way up', VERTEX, `${LOCATION}/endpoints/../../../secrets`],
    ['a way up for a name', VERTEX, `${LOCATION}/endpoints/..`],
    ['a way up, encoded', VERTEX, `${LOCATION}/endpoints/%2e%2e`],
    ['a query', VERTEX, `${LOCATION}/endpoints/1?alt=media`],
    ['a fragment', VERTEX, `${LOCATION}/endpoints/1#2`],
    ['a backslash', VERTEX, `${LOCATION}/endpoints/1\\2`],
    ['a line break', VERTEX, `${LOCATION}/endpoints/1\n`],
    ['a bucket with a way up', STORAGE, 'projects/_/buckets/..'],
    ['an endless name', VERTEX, `${LOCATION}/endpoints/${'1'.repeat(300)}`],
  ])('is of no asset where it names %s', (_what, serviceName, name) => {
    expect(changed(serviceName, name)).toEqual([]);
  });

  it.each(['123456789012', 'organizations:123456789012', '../acme-ml', 'Acme', ''])(
    'is of no asset where the log is of the project %j',
    (project) => {
      const names = [`${BY_NUMBER}/endpoints/1`];
      expect(changedAssets(gcpConnectors, { project, serviceName: VERTEX, names })).toEqual([]);
    },
  );
});

describe('connectors of Google Cloud', () => {
  it('are all led to by what audit logs name, or say how', () => {
    expect(unnamedInAuditLogs(gcpConnectors)).toEqual([]);
  });

  it('have to say how where their list is of no collection of a project, or asks another service', () => {
    const [some] = gcpConnectors.filter(({ assetType }) => assetType.id === 'gcp.vertex.endpoint');
    if (!some) throw new Error('there are endpoints');
    const unnamed = (address: string, items: object = { items: 'x' }) => {
      const list = { id: 'x', permission: 'x', method: 'GET', url: `https://${address}`, ...items };
      return unnamedInAuditLogs([{ ...some, operations: { list: [list] } }]).length;
    };
    expect(unnamed(`{region}-${VERTEX}/v1/projects/{project}/locations/{region}/endpoints`)).toBe(0);
    expect(unnamed(`${VERTEX}/v1/projects/{project}/agent`, {})).toBe(1);
    expect(unnamed(`${VERTEX}/v1/{+name}`)).toBe(1);
    expect(unnamed(`${VERTEX}/v1/folders?parent={parent}`)).toBe(1);
    expect(unnamed(`cloudasset.googleapis.com/v1/projects/{project}/assets`)).toBe(1);
  });

  it('of an organisation are led to by no log of a project', () => {
    const organizations = gcpConnectors.map((connector) => ({
      ...connector,
      level: 'organization' as const,
    }));
    const names = [`${LOCATION}/endpoints/1`];
    expect(changedAssets(organizations, { project: PROJECT, serviceName: VERTEX, names })).toEqual([]);
    expect(servicesOf(organizations)).toEqual([]);
  });

  it('say which services a sink lets through', () => {
    expect(servicesOf(gcpConnectors)).toEqual(expect.arrayContaining([MANAGER, NOTEBOOKS, STORAGE, VERTEX]));
  });
});
