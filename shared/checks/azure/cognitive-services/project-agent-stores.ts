import { foundryProject } from '#shared/assets/azure/foundry.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, none, not, type Predicate } from '#shared/model/predicate.ts';

const STORES = ['storageConnections', 'threadStorageConnections', 'vectorStoreConnections'] as const;

/** No host of the project and none of its account, whose settings the project inherits, names such a store. */
const isManaged = (store: (typeof STORES)[number]): Predicate =>
  all(
    none('capabilityHosts', not(field(`properties.${store}`).isEmpty())),
    none('accountCapabilityHosts', not(field(`properties.${store}`).isEmpty())),
  );

export default check(foundryProject, {
  title: 'Foundry agents keep files, conversations and vectors in stores of yours',
  severity: 'medium',
  // A project gets the one with its first agent, or the other when its agents are set up with stores of yours.
  applies: any(field('properties.agentIdentity').isPresent(), not(field('capabilityHosts').isEmpty())),
  fails: any(...STORES.map(isManaged)),
  why: 'What people tell the agents lies in stores that Microsoft manages: outside your keys, your networks, your retention and your logs.',
  fix: {
    console:
      'Set the project up anew with the standard agent setup: connections to a storage account, Cosmos DB and AI Search of yours, named by a capability host. A host cannot be changed afterwards.',
    cli: 'az rest --method put --url <project id>/capabilityHosts/agents?api-version=2025-09-01 --body \'{"properties":{"storageConnections":["…"],"threadStorageConnections":["…"],"vectorStoreConnections":["…"]}}\'',
    bicep:
      "resource host 'Microsoft.CognitiveServices/accounts/projects/capabilityHosts@2025-09-01' = { parent: project, name: 'agents', properties: { storageConnections: […], threadStorageConnections: […], vectorStoreConnections: […] } }",
  },
  source:
    'ProjectCapabilityHostProperties and CapabilityHostProperties of @azure/arm-cognitiveservices; https://learn.microsoft.com/azure/ai-foundry/agents/concepts/capability-hosts: without them, stores that Microsoft manages are used',
  frameworks: { 'iso-42001': ['A.7.2'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [
      {
        properties: { agentIdentity: { agentIdentityId: 'a' } },
        capabilityHosts: [
          {
            properties: {
              storageConnections: ['files'],
              threadStorageConnections: ['threads'],
              vectorStoreConnections: ['vectors'],
            },
          },
        ],
        accountCapabilityHosts: [{ properties: {} }],
      },
      {
        properties: { agentIdentity: { agentIdentityId: 'a' } },
        capabilityHosts: [],
        accountCapabilityHosts: [
          {
            properties: {
              storageConnections: ['files'],
              threadStorageConnections: ['threads'],
              vectorStoreConnections: ['vectors'],
            },
          },
        ],
      },
    ],
    fail: [
      {
        properties: { agentIdentity: { agentIdentityId: 'a' } },
        capabilityHosts: [],
        accountCapabilityHosts: [],
      },
      {
        properties: {},
        capabilityHosts: [
          { properties: { storageConnections: ['files'], threadStorageConnections: ['threads'] } },
        ],
        accountCapabilityHosts: [{ properties: {} }],
      },
    ],
    unknown: [
      {
        properties: { agentIdentity: { agentIdentityId: 'a' } },
        capabilityHosts: [],
        accountCapabilityHosts: {
          $unread: {
            operation: 'Microsoft.CognitiveServices/accounts/capabilityHosts/list',
            outcome: 'denied',
            permission: 'Microsoft.CognitiveServices/accounts/capabilityHosts/read',
          },
        },
      },
    ],
    notApplicable: [{ properties: {}, capabilityHosts: [], accountCapabilityHosts: [] }],
  },
});
