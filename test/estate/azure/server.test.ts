import { CognitiveServicesManagementClient } from '@azure/arm-cognitiveservices';
import { AzureMachineLearningWorkspaces } from '@azure/arm-machinelearning';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { azureCloud } from '#connectors/azure/cloud.ts';
import { isObject } from '#shared/model/json.ts';
import { readingOf } from '#test/connectors/azure/reading.ts';
import { ACCOUNTS, SUBSCRIPTION, sample, WORKSPACES } from './sample.ts';
import { type AzureEstate, startAzureEstate } from './server.ts';

let estate: AzureEstate;
beforeEach(async () => {
  estate = await startAzureEstate(sample);
});
afterEach(() => estate.close());

async function propertyOf(id: string, name: string): Promise<unknown> {
  const cloud = azureCloud({ ...estate, subscriptions: { kind: 'visible' } });
  const { assets } = await cloud.discover(readingOf(SUBSCRIPTION));
  const properties = assets.find((asset) => asset.id === id)?.config['properties'];
  return isObject(properties) ? properties[name] : undefined;
}

describe('the loopback Resource Manager', () => {
  it('takes a PATCH of an account from Microsoft’s client, and the next scan reads it', async () => {
    const client = new CognitiveServicesManagementClient(estate.credential, SUBSCRIPTION, {
      httpClient: estate.httpClient,
    });
    await client.accounts.beginUpdateAndWait('ai', 'open', {
      properties: { publicNetworkAccess: 'Disabled' },
    });
    expect(await propertyOf(ACCOUNTS[0], 'publicNetworkAccess')).toBe('Disabled');
    // What the patch did not name is as it was.
    expect(await propertyOf(ACCOUNTS[0], 'abusePenalty')).toEqual({ action: 'Throttle' });
    expect(estate.requests.map(({ operation }) => operation)).toContain(
      'Microsoft.CognitiveServices/accounts/write',
    );
  });

  it('takes a PATCH of a workspace from Microsoft’s client, and the next scan reads it', async () => {
    const client = new AzureMachineLearningWorkspaces(estate.credential, SUBSCRIPTION, {
      httpClient: estate.httpClient,
    });
    await client.workspaces.beginUpdateAndWait('ai', 'lab', { publicNetworkAccess: 'Disabled' });
    expect(await propertyOf(WORKSPACES[0], 'publicNetworkAccess')).toBe('Disabled');
  });

  it('lets a test change and delete what there is between two scans', async () => {
    estate.store.write(ACCOUNTS[0], { properties: { disableLocalAuth: true } }, 'merge');
    expect(await propertyOf(ACCOUNTS[0], 'disableLocalAuth')).toBe(true);
    estate.store.delete(ACCOUNTS[0]);
    expect(await propertyOf(ACCOUNTS[0], 'disableLocalAuth')).toBeUndefined();
  });

  it('lists role assignments at and above the subscription alone when asked with atScope()', async () => {
    const token = await estate.credential.getToken('');
    const list = async (filter: string) => {
      const { createPipelineRequest, createHttpHeaders } = await import('@azure/core-rest-pipeline');
      const names: unknown[] = [];
      let url: string | undefined =
        `https://management.azure.com/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01${filter}`;
      while (url) {
        const { bodyAsText } = await estate.httpClient.sendRequest(
          createPipelineRequest({
            url,
            headers: createHttpHeaders({ authorization: `Bearer ${token?.token}` }),
          }),
        );
        const page: { value: { name: string }[]; nextLink?: string } = JSON.parse(bodyAsText ?? '{}');
        names.push(...page.value.map(({ name }) => name));
        url = page.nextLink;
      }
      return names.sort();
    };
    expect(await list('')).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'elsewhere', 'ml-elsewhere']);
    expect(await list('&$filter=atScope()')).toEqual(['a1', 'a2', 'a5']);
  });

  it('refuses what Resource Manager refuses: no token, no api-version', async () => {
    const { createPipelineRequest, createHttpHeaders } = await import('@azure/core-rest-pipeline');
    const token = (await estate.credential.getToken(''))?.token;
    const statusOf = async (url: string, authorization: string) =>
      (
        await estate.httpClient.sendRequest(
          createPipelineRequest({ url, headers: createHttpHeaders({ authorization }) }),
        )
      ).status;
    expect(
      await statusOf('https://management.azure.com/subscriptions?api-version=2022-12-01', 'Bearer x'),
    ).toBe(401);
    expect(await statusOf('https://management.azure.com/subscriptions', `Bearer ${token}`)).toBe(400);
    await expect(statusOf('https://example.com/', `Bearer ${token}`)).rejects.toThrow(/refuses/);
  });
});
