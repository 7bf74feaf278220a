import { byHand } from '../../../action.ts';

// UpdateEndpoint may take dedicated_endpoint_enabled, but it is a cut and no change: “Once you enabled dedicated
// endpoint, you won't be able to send request to the shared DNS” (endpoint.proto of @google-cloud/aiplatform 7.4.0),
// and the new name, which callers would have to know beforehand, is told only afterwards.
export default byHand({
  title: 'Give the endpoint a DNS name of its own',
  fixes: ['gcp.vertex.endpoint-dedicated-dns'],
  risk: 'Callers of the shared name are refused from the moment on in which the endpoint has its own.',
  assetType: 'gcp.vertex.endpoint',
  instead:
    'Cannot act: an endpoint with a name of its own no longer answers at the shared one, and the new name is known only afterwards, so that every caller would fail at once. Create an endpoint with dedicatedEndpointEnabled, deploy the models to it, move the callers over, and delete this one',
});
