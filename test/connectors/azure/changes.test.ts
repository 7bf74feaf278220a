import { describe, expect, it } from 'vitest';
import { changedAssets, resourceProvidersOf } from '#connectors/azure/changes.ts';
import { azureConnectors } from '#connectors/azure/index.ts';

const SUBSCRIPTION = '5f0c2d6e-8b1a-4c3d-9e7f-0a1b2c3d4e5f';
const SUBSCRIPTION_ID = `/subscriptions/${SUBSCRIPTION}`;
const GROUP = `${SUBSCRIPTION_ID}/resourceGroups/contact-centre`;
const ACCOUNT = `${GROUP}/providers/Microsoft.CognitiveServices/accounts/nl-assistant`;
const WORKSPACE = `${GROUP}/providers/Microsoft.MachineLearningServices/workspaces/nl-pricing`;
const ASSIGNMENT = 'providers/Microsoft.Authorization/roleAssignments/6e0f2a4c-1b3d-4c5e-8f70-a1b2c3d4e5f6';

const changed = (resourceUri: string, operationName = 'Microsoft.X/y/write') =>
  changedAssets(azureConnectors, { resourceUri, operationName });

describe('a change in Azure', () => {
  it.each([
    [ACCOUNT, 'azure.cognitive-services.account', ACCOUNT],
    [`${ACCOUNT}/deployments/gpt-live`, 'azure.cognitive-services.deployment'],
    [`${ACCOUNT}/raiPolicies/Microsoft.Default`, 'azure.cognitive-services.rai-policy'],
    [`${ACCOUNT}/projects/team`, 'azure.cognitive-services.project'],
    [`${ACCOUNT}/connections/search`, 'azure.cognitive-services.connection'],
    [`${ACCOUNT}/projects/team/connections/search`, 'azure.cognitive-services.connection'],
    // The project is judged by the hosts that it has.
    [
      `${ACCOUNT}/projects/team/capabilityHosts/agents`,
      'azure.cognitive-services.project',
      `${ACCOUNT}/projects/team`,
    ],
    [WORKSPACE, 'azure.machine-learning.workspace'],
    [`${WORKSPACE}/computes/cpu-1`, 'azure.machine-learning.compute'],
    [`${WORKSPACE}/onlineEndpoints/quote`, 'azure.machine-learning.online-endpoint'],
    [`${WORKSPACE}/onlineEndpoints/quote/deployments/blue`, 'azure.machine-learning.online-deployment'],
    // What is no asset itself is of the nearest above it that is one.
    [`${ACCOUNT}/privateEndpointConnections/pe1`, 'azure.cognitive-services.account', ACCOUNT],
    [
      `${ACCOUNT}/deployments/gpt-live/unheard/of`,
      'azure.cognitive-services.deployment',
      `${ACCOUNT}/deployments/gpt-live`,
    ],
    [
      `${ACCOUNT}/providers/Microsoft.Insights/diagnosticSettings/logs`,
      'azure.cognitive-services.account',
      ACCOUNT,
    ],
    [
      `${WORKSPACE}/providers/microsoft.insights/diagnosticSettings/logs`,
      'azure.machine-learning.workspace',
      WORKSPACE,
    ],
    [`${WORKSPACE}/models/quote/versions/3`, 'azure.machine-learning.model-version'],
    [`${WORKSPACE}/data/quotes/versions/3`, 'azure.machine-learning.workspace', WORKSPACE],
    // A role may be assigned at a resource, at a group or at the subscription.
    [`${ACCOUNT}/${ASSIGNMENT}`, 'azure.authorization.role-assignment'],
    [`${GROUP}/${ASSIGNMENT}`, 'azure.authorization.role-assignment'],
    [`${SUBSCRIPTION_ID}/${ASSIGNMENT}`, 'azure.authorization.role-assignment'],
    // Names may have letters of any script, and spaces.
    [`${WORKSPACE}/computes/Größe (2)`, 'azure.machine-learning.compute'],
  ])('%s → %s', (resourceUri, assetType, assetId = resourceUri) => {
    expect(changed(resourceUri)).toEqual([
      { scope: { provider: 'azure', account: SUBSCRIPTION, region: 'global' }, assetType, assetId },
    ]);
  });

  it.each(azureConnectors.map(({ assetType }) => assetType))(
    'finds $id by its ARM type',
    ({ id, nativeType }) => {
      const [provider, ...types] = nativeType.split('/');
      const resource = `${GROUP}/providers/${provider}/${types.map((type) => `${type}/x`).join('/')}`;
      expect(changed(resource).map(({ assetType }) => assetType)).toContain(id);
    },
  );

  it('is of the same thing however the id is spelt, and of the subscription in lower case', () => {
    const [asset] = changed(ACCOUNT.toUpperCase());
    expect(asset).toEqual({
      scope: { provider: 'azure', account: SUBSCRIPTION, region: 'global' },
      assetType: 'azure.cognitive-services.account',
      assetId: ACCOUNT.toUpperCase(),
    });
    expect(changed(ACCOUNT.replace('resourceGroups', 'resourcegroups'))).toHaveLength(1);
  });

  it.each([
    ['what no connector reads', `${GROUP}/providers/Microsoft.Compute/virtualMachines/vm1`],
    ['a deployment of templates', `${GROUP}/providers/Microsoft.Resources/deployments/d1`],
    ['a resource group', GROUP],
    ['a subscription', SUBSCRIPTION_ID],
    ['a list', `${GROUP}/providers/Microsoft.CognitiveServices/accounts`],
    ['a provider', `${GROUP}/providers/Microsoft.CognitiveServices`],
    ['nothing', ''],
    ['a management group', '/providers/Microsoft.Management/managementGroups/contoso'],
    ['no subscription id', ACCOUNT.replace(SUBSCRIPTION, 'contoso')],
    ['another host', `https://evil.example${ACCOUNT}`],
    ['another host without a scheme', `//evil.example${ACCOUNT}`],
    ['a user and a host', `@evil.example${ACCOUNT}`],
    ['a way up', `${ACCOUNT}/deployments/../../../../secrets`],
    ['a way up for a name', `${ACCOUNT}/deployments/..`],
    ['a way up, encoded', `${ACCOUNT}/deployments/%2e%2e`],
    ['an encoded slash', `${ACCOUNT}/deployments/a%2fb`],
    ['a backslash', `${ACCOUNT}/deployments/a\\b`],
    ['a query', `${ACCOUNT}/deployments/a?api-version=1`],
    ['a fragment', `${ACCOUNT}/deployments/a#b`],
    ['an empty name', `${ACCOUNT}/deployments/`],
    ['an empty part', `${GROUP}//providers/Microsoft.CognitiveServices/accounts/a`],
    ['a line break', `${ACCOUNT}/deployments/a\nb`],
    ['a right-to-left override', `${ACCOUNT}/deployments/a\u202eb`],
    ['a null', `${ACCOUNT}/deployments/a\u0000`],
    ['an endless name', `${ACCOUNT}/deployments/${'a'.repeat(300)}`],
  ])('is of no asset where it names %s', (_what, resourceUri) => {
    expect(changed(resourceUri)).toEqual([]);
  });

  it('is none where an action only read', () => {
    expect(changed(ACCOUNT, 'Microsoft.CognitiveServices/accounts/listKeys/action')).toEqual([]);
    expect(changed(ACCOUNT, 'Microsoft.CognitiveServices/accounts/regenerateKey/action')).toHaveLength(1);
  });
});

it('comes from the resource providers that connectors read', () => {
  expect(resourceProvidersOf(azureConnectors)).toEqual(
    expect.arrayContaining(['Microsoft.Authorization', 'Microsoft.CognitiveServices', 'Microsoft.Insights']),
  );
  // An event subscription takes 25 values in its filters.
  expect(resourceProvidersOf(azureConnectors).length).toBeLessThanOrEqual(25);
});
