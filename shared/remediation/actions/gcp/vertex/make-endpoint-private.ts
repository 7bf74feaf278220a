import { byHand } from '../../../action.ts';

// UpdateEndpoint has a mask, but network and Private Service Connect are set when an endpoint is created: the Google
// provider of Terraform declares both immutable, and UpdateEndpointLongRunning blocks every field but
// client_connection_config (endpoint_service.proto of @google-cloud/aiplatform 7.4.0).
export default byHand({
  title: 'Take the endpoint off the public network',
  fixes: ['gcp.vertex.endpoint-public'],
  risk: 'Callers from outside the network lose the endpoint once the public one is deleted, and every caller needs the new address.',
  assetType: 'gcp.vertex.endpoint',
  instead:
    'Cannot act: Google sets the network of an endpoint when it is created and does not change it afterwards. Create an endpoint with Private Service Connect, deploy the models to it, move the callers over, undeploy them here, and delete this one',
});
