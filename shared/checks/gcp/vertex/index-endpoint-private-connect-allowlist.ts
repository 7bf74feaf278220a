import { indexEndpoint } from '#shared/assets/gcp/vertex-search.ts';
import { posted, resource } from '../fixes.ts';
import { allowlistCheck } from '../private-connect.ts';

export default allowlistCheck(indexEndpoint, {
  title: 'Private index endpoints name the projects that may connect',
  why: 'With a wildcard every project of Google Cloud can open a private connection to the index, whoever owns it.',
  at: 'privateServiceConnectConfig',
  cli: posted('indexEndpoints', {
    displayName: '…',
    privateServiceConnectConfig: { enablePrivateServiceConnect: true, projectAllowlist: ['PROJECT'] },
  }),
  terraform: resource(
    'google_vertex_ai_index_endpoint',
    'private_service_connect_config {',
    '  enable_private_service_connect = true',
    '  project_allowlist              = ["PROJECT"]',
    '}',
  ),
});
