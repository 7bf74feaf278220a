import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { azureCloud } from '#connectors/azure/cloud.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { SUBSCRIPTION, sample, WORKSPACES } from '#test/estate/azure/sample.ts';
import { type AzureEstate, startAzureEstate } from '#test/estate/azure/server.ts';
import { readingOf } from './reading.ts';

const TYPE = 'azure.authorization.policy-assignments';
const SET = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/policySetDefinitions/ml-guards`;

let estate: AzureEstate;
beforeEach(async () => {
  estate = await startAzureEstate(sample);
});
afterEach(() => estate.close());

async function scanned() {
  const cloud = azureCloud({
    ...estate,
    retry: { maxRetries: 0 },
    subscriptions: { kind: 'listed', subscriptions: [SUBSCRIPTION] },
  });
  const { assets } = await cloud.discover(readingOf(SUBSCRIPTION), {
    onDefect: (type, error) => {
      throw new Error(type, { cause: error });
    },
  });
  return assets.filter(({ type }) => type === TYPE);
}

const assignmentsOf = (config: JsonObject | undefined) =>
  Object.fromEntries(
    ((config?.['policyAssignments'] ?? []) as JsonObject[]).map((assignment) => [
      assignment['name'],
      assignment,
    ]),
  );

describe('the policy assignments of a subscription', () => {
  it('come with the definitions of the initiatives that are assigned', async () => {
    const [asset] = await scanned();
    const { approval, guards } = assignmentsOf(asset?.config);
    expect(approval).not.toHaveProperty('policySetDefinition');
    expect(guards).toMatchObject({
      properties: { policyDefinitionId: SET },
      policySetDefinition: {
        properties: {
          policyDefinitions: [
            {
              policyDefinitionId:
                '/providers/Microsoft.Authorization/policyDefinitions/6a6f7384-63de-11ea-bc55-0242ac130003',
            },
          ],
        },
      },
    });
  });

  it('keep of parameters only the effect', async () => {
    const [asset] = await scanned();
    const { approval, logs } = assignmentsOf(asset?.config);
    expect(approval?.['properties']).not.toHaveProperty('parameters');
    expect(logs).toMatchObject({ properties: { parameters: { effect: { value: 'disabled' } } } });
  });

  it('say of an initiative that could not be read that it was not', async () => {
    estate.faults.set('Microsoft.Authorization/policySetDefinitions/get', { kind: 'denied' });
    const [asset] = await scanned();
    expect(assignmentsOf(asset?.config)['guards']).toMatchObject({
      policySetDefinition: { $unread: { outcome: 'denied' } },
    });
  });

  it('say of an assignment of an initiative that is gone nothing of its definitions', async () => {
    estate.store.delete(SET);
    const [asset] = await scanned();
    const guards = assignmentsOf(asset?.config)['guards'];
    expect(guards).toBeDefined();
    expect(guards).not.toHaveProperty('policySetDefinition.properties');
  });

  it('are not asked for where there is no workspace', async () => {
    for (const workspace of WORKSPACES) estate.store.delete(workspace);
    expect(await scanned()).toEqual([]);
    expect(estate.requests.map(({ operation }) => operation)).not.toContain(
      'Microsoft.Authorization/policyAssignments/list',
    );
  });
});
