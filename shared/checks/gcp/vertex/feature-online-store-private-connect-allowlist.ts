import { featureOnlineStore } from '#shared/assets/gcp/vertex-data.ts';
import { posted, resource } from '../fixes.ts';
import { allowlistCheck } from '../private-connect.ts';

export default allowlistCheck(featureOnlineStore, {
  title: 'Private feature online stores name the projects that may connect',
  why: 'With a wildcard every project of Google Cloud can open a private connection to the features, whoever owns it.',
  at: 'dedicatedServingEndpoint.privateServiceConnectConfig',
  cli: posted('featureOnlineStores?featureOnlineStoreId=ID', {
    dedicatedServingEndpoint: {
      privateServiceConnectConfig: { enablePrivateServiceConnect: true, projectAllowlist: ['PROJECT'] },
    },
  }),
  terraform: resource(
    'google_vertex_ai_feature_online_store',
    'dedicated_serving_endpoint {',
    '  private_service_connect_config {',
    '    enable_private_service_connect = true',
    '    project_allowlist              = ["PROJECT"]',
    '  }',
    '}',
  ),
});
