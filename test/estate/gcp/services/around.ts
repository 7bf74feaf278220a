import type { JsonObject } from '#shared/model/json.ts';

/**
 * What stands around Vertex AI in a project, by collection path as in `GcpProjectDescription`: of each kind one that is well
 * set and one that is not. Field names are those of the protos of the installed packages.
 */
export function around(project: string, key: string): Record<string, JsonObject[]> {
  const at = (location: string, collection: string, id: string) =>
    `projects/123456789012/locations/${location}/${collection}/${id}`;
  const collections = 'collections/default_collection';
  return {
    'locations/global/agents': [
      {
        name: at('global', 'agents', 'good'),
        displayName: 'agent-1',
        securitySettings: at('global', 'securitySettings', 's'),
        advancedSettings: {
          loggingSettings: { enableStackdriverLogging: true, enableInteractionLogging: true },
        },
        genAppBuilderSettings: { engine: at('global', `${collections}/engines`, 'search') },
      },
    ],
    'locations/us-central1/agents': [
      {
        name: at('us-central1', 'agents', 'bad'),
        displayName: 'agent-2',
        advancedSettings: { loggingSettings: { enableInteractionLogging: true } },
        clientCertificateSettings: { sslCertificate: 'PEM', privateKey: 'projects/p/secrets/s/versions/1' },
      },
    ],
    agent: [{ parent: `projects/${project}`, displayName: 'es-agent', apiVersion: 'API_VERSION_V2' }],
    [`locations/eu/${collections}/dataStores`]: [
      {
        name: at('eu', `${collections}/dataStores`, 'good'),
        displayName: 'documents-1',
        contentConfig: 'CONTENT_REQUIRED',
        aclEnabled: true,
        cmekConfig: { kmsKey: key },
      },
    ],
    [`locations/global/${collections}/dataStores`]: [
      {
        name: at('global', `${collections}/dataStores`, 'bad'),
        displayName: 'documents-2',
        contentConfig: 'CONTENT_REQUIRED',
      },
    ],
    [`locations/global/${collections}/engines`]: [
      {
        name: at('global', `${collections}/engines`, 'search'),
        displayName: 'search-1',
        dataStoreIds: ['bad'],
        solutionType: 'SOLUTION_TYPE_SEARCH',
      },
    ],
    'locations/us/processors': [
      {
        name: at('us', 'processors', 'good'),
        displayName: 'forms-1',
        type: 'OCR_PROCESSOR',
        kmsKeyName: key,
      },
      { name: at('us', 'processors', 'bad'), displayName: 'forms-2', type: 'OCR_PROCESSOR' },
    ],
    'locations/us/templates': [
      {
        name: at('us', 'templates', 'good'),
        filterConfig: {
          piAndJailbreakFilterSettings: { filterEnforcement: 'ENABLED', confidenceLevel: 'LOW_AND_ABOVE' },
          maliciousUriFilterSettings: { filterEnforcement: 'ENABLED' },
          sdpSettings: { basicConfig: { filterEnforcement: 'ENABLED' } },
        },
        templateMetadata: { enforcementType: 'INSPECT_AND_BLOCK', logSanitizeOperations: true },
      },
      {
        name: at('us', 'templates', 'bad'),
        filterConfig: {},
        templateMetadata: { enforcementType: 'INSPECT_ONLY' },
      },
    ],
    'locations/global/keys': [
      {
        name: at('global', 'keys', 'good'),
        displayName: 'key-1',
        restrictions: {
          apiTargets: [{ service: 'generativelanguage.googleapis.com' }],
          serverKeyRestrictions: { allowedIps: ['192.0.2.1'] },
        },
      },
      { name: at('global', 'keys', 'bad'), displayName: 'key-2' },
    ],
    'locations/global/buckets': [
      { name: at('global', 'buckets', '_Default'), retentionDays: 30, lifecycleState: 'ACTIVE' },
      {
        name: at('global', 'buckets', '_Required'),
        retentionDays: 400,
        locked: true,
        lifecycleState: 'ACTIVE',
      },
    ],
    sinks: [
      {
        name: '_Required',
        destination: 'logging.googleapis.com/projects/p/locations/global/buckets/_Required',
      },
      {
        name: '_Default',
        destination: 'logging.googleapis.com/projects/p/locations/global/buckets/_Default',
      },
    ],
    'locations/global/floorSetting': [
      {
        name: `projects/${project}/locations/global/floorSetting`,
        filterConfig: {},
        integratedServices: ['AI_PLATFORM'],
        aiPlatformFloorSetting: { inspectOnly: true },
      },
    ],
    policies: [
      {
        name: 'projects/123456789012/policies/storage.publicAccessPrevention',
        spec: { rules: [{ enforce: true }] },
      },
      {
        name: 'projects/123456789012/policies/vertexai.allowedModels',
        spec: { rules: [{ values: { allowedValues: ['publishers/google/models/gemini:predict'] } }] },
      },
    ],
    serviceAccounts: [
      {
        name: `projects/${project}/serviceAccounts/ml@${project}.iam.gserviceaccount.com`,
        email: `ml@${project}.iam.gserviceaccount.com`,
        iamPolicy: {
          version: 1,
          etag: 'BwYQ',
          bindings: [
            {
              role: 'roles/iam.workloadIdentityUser',
              members: [
                'principalSet://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/aws/*',
              ],
            },
          ],
        },
        keys: [
          {
            name: `projects/${project}/serviceAccounts/ml@${project}.iam.gserviceaccount.com/keys/1`,
            keyType: 'USER_MANAGED',
            validAfterTime: '2026-01-01T00:00:00Z',
          },
        ],
      },
      {
        name: `projects/${project}/serviceAccounts/idle@${project}.iam.gserviceaccount.com`,
        email: `idle@${project}.iam.gserviceaccount.com`,
        keys: [
          {
            name: `projects/${project}/serviceAccounts/idle@${project}.iam.gserviceaccount.com/keys/1`,
            keyType: 'USER_MANAGED',
          },
        ],
      },
    ],
    'locations/us/repositories': [
      {
        name: `projects/${project}/locations/us/repositories/serving`,
        format: 'DOCKER',
        kmsKeyName: key,
        dockerConfig: { immutableTags: true },
        iamPolicy: {
          bindings: [{ role: 'roles/artifactregistry.reader', members: ['group:ml@example.com'] }],
        },
      },
      {
        name: `projects/${project}/locations/us/repositories/train`,
        format: 'DOCKER',
        iamPolicy: { bindings: [{ role: 'roles/artifactregistry.reader', members: ['allUsers'] }] },
      },
    ],
  };
}
