import { describe, expect, test } from 'vitest';
import type { Asset } from '#shared/model/asset.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { leastCalls, total } from './least-calls.ts';
import { cloudsPage } from './page-sizes.ts';

const region: Scope = { provider: 'aws', account: '111122223333', region: 'eu-central-1' };
const subscription: Scope = { provider: 'azure', account: 'subscription', region: 'global' };
const project: Scope = { provider: 'gcp', account: 'project', region: 'global' };

const assets = (scope: Scope, type: string, count: number, config: JsonObject = {}): Asset[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${type}/${index}`,
    type,
    scope,
    name: String(index),
    config,
    relations: [],
  }));

describe('the least possible calls', () => {
  test('an empty region costs one call for each of its lists', () => {
    const { aws } = leastCalls([region], []);
    expect(Object.values(aws).filter((calls) => calls > 0)).toHaveLength(10);
    expect(aws['sagemaker:Search']).toBe(3);
    expect(total(aws)).toBe(12);
  });

  test('a kind that is read whole from a search costs pages alone, another one call each besides', () => {
    const held = [
      ...assets(region, 'aws.sagemaker.model', 250),
      ...assets(region, 'aws.sagemaker.notebook-instance', 250),
    ];
    const { aws } = leastCalls([region], held);
    expect(aws['sagemaker:Search']).toBe(3 + 1 + 1);
    expect(aws['sagemaker:ListNotebookInstances']).toBe(3);
    expect(aws['sagemaker:DescribeNotebookInstance']).toBe(250);
    expect(aws['tag:GetResources']).toBe(3);
  });

  test('an agent costs its versions, a custom model its job if it has one', () => {
    const held = [
      ...assets(region, 'aws.bedrock.agent', 2, { agentVersions: [{ version: '1' }, { version: '2' }] }),
      ...assets(region, 'aws.bedrock.custom-model', 1, { jobArn: 'arn' }),
      ...assets(region, 'aws.bedrock.custom-model', 1),
    ];
    const { aws } = leastCalls([region], held);
    expect(aws['bedrock-agent:GetAgentVersion']).toBe(4);
    expect(aws['bedrock:GetModelCustomizationJob']).toBe(1);
  });

  test('children in Azure cost a list for each parent, empty or not; a role is counted once', () => {
    const properties = { roleDefinitionId: '/roles/A' };
    const managed = { properties: { managedNetwork: { isolationMode: 'AllowInternetOutbound' } } };
    const held = [
      ...assets(subscription, 'azure.machine-learning.workspace', 4),
      ...assets(subscription, 'azure.machine-learning.workspace', 3, managed),
      ...assets(subscription, 'azure.authorization.role-assignment', 150, { properties }),
    ];
    const { azure } = leastCalls([subscription], held);
    expect(azure['Microsoft.MachineLearningServices/workspaces/computes/list']).toBe(7);
    expect(azure['Microsoft.MachineLearningServices/workspaces/outboundRules/list']).toBe(3);
    expect(azure['Microsoft.Authorization/roleAssignments/list']).toBe(2);
    expect(azure['Microsoft.Authorization/roleDefinitions/list']).toBe(1);
  });

  test('every scope pays for its own lists', () => {
    const other = { ...project, account: 'other' };
    const held = assets(project, 'gcp.storage.bucket', 1001);
    const { gcp } = leastCalls([project, other], held);
    expect(gcp['storage.buckets.list']).toBe(2 + 1);
    expect(gcp['storage.buckets.getIamPolicy']).toBe(1001);
    expect(gcp['notebooks.instances.list']).toBe(2);
  });
});

describe('a page as the cloud cuts it', () => {
  test('is as long as asked for, and no longer than the service allows', () => {
    expect(cloudsPage('sagemaker:Search', 40)).toBe(40);
    expect(cloudsPage('sagemaker:Search', 1000)).toBe(100);
    expect(cloudsPage('storage.buckets.list', 500)).toBe(500);
  });

  test('is short where the caller does not say', () => {
    expect(cloudsPage('sagemaker:ListDomains', undefined)).toBe(10);
    expect(cloudsPage('Microsoft.CognitiveServices/accounts/list', undefined)).toBe(100);
  });
});
