import { byHand } from '../../../action.ts';

// OnlineEndpoints_Update takes PartialMinimalTrackedResourceWithIdentity: tags and identity. The only other write,
// OnlineEndpoints_CreateOrUpdate, replaces the endpoint whole and takes no If-Match: between its reading and its
// writing a deployment may move traffic, and would have it moved back without anybody hearing of it.
export default byHand({
  title: 'Take the online endpoint off the internet and off keys',
  fixes: [
    'azure.machine-learning.endpoint-public-network-access',
    'azure.machine-learning.endpoint-key-authentication',
  ],
  risk: 'Clients from outside the network, and clients that hold a key, are refused as soon as it is changed.',
  assetType: 'azure.machine-learning.online-endpoint',
  instead:
    'Cannot act: Azure changes only tags and identity of an online endpoint in place; anything else replaces it whole, traffic split included, without a condition that would notice a deployment under way. While nobody deploys, run “az ml online-endpoint update --name … --set public_network_access=disabled”, or make a second endpoint with auth_mode aad_token, deploy to it, move its clients, and delete this one',
});
