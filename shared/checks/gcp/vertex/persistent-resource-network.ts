import { persistentResource } from '#shared/assets/gcp/vertex-jobs.ts';
import { check } from '#shared/model/check.ts';
import { posted, resource } from '../fixes.ts';
import { isOutsideNetwork } from '../predicates.ts';

export default check(persistentResource, {
  title: 'Vertex AI persistent resources are in a network of the project',
  severity: 'medium',
  fails: isOutsideNetwork(),
  why: 'Whatever runs on them reaches the whole internet, past every firewall rule and log of yours, for as long as they stand.',
  fix: {
    console:
      'Create the resource again with a peered network or a network attachment, and delete the old one.',
    cli: posted('persistentResources?persistentResourceId=ID', {
      displayName: '…',
      network: 'projects/NUMBER/global/networks/NETWORK',
    }),
    terraform: resource(
      'google_vertex_ai_persistent_resource',
      'network = "projects/NUMBER/global/networks/NETWORK"',
    ),
  },
  source:
    'google.cloud.aiplatform.v1.PersistentResource.network: “If this field is left unspecified, the resources aren’t peered with any network”; psc_interface_config',
  frameworks: { 'mitre-atlas': ['AML.T0025'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  examples: {
    pass: [
      { network: 'projects/123456789012/global/networks/ml' },
      { pscInterfaceConfig: { networkAttachment: 'projects/p/regions/r/networkAttachments/a' } },
    ],
    fail: [{}, { pscInterfaceConfig: {} }],
    unknown: [{ network: 7 }],
  },
});
