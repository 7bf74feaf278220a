import { mlWorkspace, onlineDeployment } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not, related } from '#shared/model/predicate.ts';

export default check(onlineDeployment, {
  title: 'Online deployments cannot call out to the internet',
  severity: 'medium',
  applies: field('properties.endpointComputeType').is('Managed'),
  fails: all(
    field('properties.egressPublicNetworkAccess')
      .absentIs('Enabled', 'OnlineDeploymentProperties of @azure/arm-machinelearning: “Default: Enabled”')
      .isNot('Disabled'),
    not(
      related(
        'attached-to',
        mlWorkspace,
        field('properties.managedNetwork.isolationMode')
          .absentIs('Disabled', 'Azure Policy 6ddb1705: an absent value is not the approved mode')
          .is('AllowOnlyApprovedOutbound'),
      ),
    ),
  ),
  why: 'A poisoned model or a flaw in the scoring script can carry requests, and the model itself, to any host.',
  fix: {
    console: 'Give the workspace a managed network that allows only approved outbound traffic, and redeploy.',
    cli: 'az ml online-deployment create --file deployment.yml   # with egress_public_network_access: disabled',
    bicep: "properties: { egressPublicNetworkAccess: 'Disabled' }",
  },
  source:
    'OnlineDeploymentProperties.egressPublicNetworkAccess of @azure/arm-machinelearning; managedNetwork on recorded workspaces',
  frameworks: { 'mitre-atlas': ['AML.T0025', 'AML.T0018.002'] },
  examples: {
    pass: [
      {
        $config: { properties: { endpointComputeType: 'Managed', egressPublicNetworkAccess: 'Disabled' } },
        $related: { 'attached-to': [{ properties: {} }] },
      },
      {
        $config: { properties: { endpointComputeType: 'Managed' } },
        $related: {
          'attached-to': [{ properties: { managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' } } }],
        },
      },
    ],
    fail: [
      {
        $config: { properties: { endpointComputeType: 'Managed', egressPublicNetworkAccess: 'Enabled' } },
        $related: { 'attached-to': [{ properties: {} }] },
      },
      {
        $config: { properties: { endpointComputeType: 'Managed' } },
        $related: {
          'attached-to': [{ properties: { managedNetwork: { isolationMode: 'AllowInternetOutbound' } } }],
        },
      },
    ],
    unknown: [
      {},
      {
        $config: { properties: { endpointComputeType: 'Managed' } },
        $related: { 'attached-to': ['unseen'] },
      },
    ],
    notApplicable: [{ properties: { endpointComputeType: 'Kubernetes' } }],
  },
});
