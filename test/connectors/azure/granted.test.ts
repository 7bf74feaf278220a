import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { azureCloud } from '#connectors/azure/cloud.ts';
import { grantOperations } from '#connectors/azure/granted.ts';
import { azureConnectors } from '#connectors/azure/index.ts';
import type { Granted } from '#connectors/granted.ts';
import { azureRole } from '#connectors/permissions.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { assignment, builtInRoles, customRole } from '#test/estate/azure/roles.ts';
import { type AzureEstate, READER, startAzureEstate } from '#test/estate/azure/server.ts';

const SUBSCRIPTION = '00000000-0000-0000-0000-00000000a001';
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/ai`;
const ROLE = '0000c0de-0000-4000-8000-000000000001';
const scope: Scope = { provider: 'azure', account: SUBSCRIPTION, region: 'global' };
const reading = azureRole(azureConnectors, { kind: 'subscriptions', subscriptions: [SUBSCRIPTION] }).Actions;

let estate: AzureEstate;
let given: JsonObject[] = [];
beforeAll(async () => {
  estate = await startAzureEstate({
    tenantId: SUBSCRIPTION,
    subscriptions: { [SUBSCRIPTION]: { resources: builtInRoles(SUBSCRIPTION) } },
  });
});
afterEach(() => {
  estate.faults.clear();
  for (const { id } of given) estate.store.delete(String(id));
});
afterAll(() => estate.close());

interface Given {
  readonly role?: string;
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly dataActions?: readonly string[];
  readonly at?: string;
  readonly to?: string;
}

/** What the identity of the estate learns of itself where these roles were assigned. */
async function learnt(roles: readonly Given[], account = SUBSCRIPTION): Promise<Granted> {
  given = roles.flatMap(
    ({ role, actions = [], notActions = [], dataActions = [], at, to = READER }, index) => [
      ...(role
        ? []
        : [
            customRole(SUBSCRIPTION, `${ROLE.slice(0, -1)}${index}`, 'given', {
              actions: [...actions],
              notActions: [...notActions],
              dataActions: [...dataActions],
            }),
          ]),
      assignment({
        subscription: SUBSCRIPTION,
        scope: at ?? `/subscriptions/${SUBSCRIPTION}`,
        role: role ?? `${ROLE.slice(0, -1)}${index}`,
        principalId: to,
        name: `a${index}`,
      }),
    ],
  );
  for (const resource of given) estate.store.add(SUBSCRIPTION, resource);
  const cloud = azureCloud({ ...estate, subscriptions: { kind: 'visible' }, retry: { maxRetries: 0 } });
  const [granted] = (await cloud.granted?.([{ ...scope, account }])) ?? [];
  if (!granted) throw new Error('nothing was learnt');
  return granted;
}

describe('what an identity was granted in a subscription', () => {
  it('is all that reading takes, and no more, with the role that aispm setup prints', async () => {
    expect(await learnt([{ actions: reading }])).toEqual({
      scope,
      principal: READER,
      visible: true,
      missing: [],
      excess: [],
      unread: [],
    });
  });

  it('is asked with operations whose permissions the role has', () => {
    for (const { permission } of grantOperations) expect(reading).toContain(permission);
  });

  it.each([
    { of: 'an action that the role lacks', given: [{ actions: reading.slice(1) }], missing: [reading[0]] },
    {
      of: 'another spelling',
      given: [{ actions: reading.map((action) => action.toUpperCase()) }],
      missing: [],
    },
    {
      of: 'two roles together',
      given: [{ actions: reading.slice(0, 3) }, { actions: reading.slice(3) }],
      missing: [],
    },
    {
      of: 'a role at a management group',
      given: [{ actions: reading, at: '/providers/Microsoft.Management/managementGroups/ai' }],
      missing: [],
    },
    { of: 'a role on a resource group alone', given: [{ actions: reading, at: GROUP }], missing: [] },
    {
      of: 'one there and part of it at the subscription',
      given: [{ actions: reading, at: GROUP }, { actions: reading.slice(1) }],
      missing: [reading[0]],
    },
    {
      of: 'what a role takes away again',
      given: [{ actions: ['*/read'], notActions: ['Microsoft.Insights/*'] }],
      missing: reading.filter((action) => action.startsWith('Microsoft.Insights/')),
    },
    {
      of: 'a pattern for what lies below',
      given: [
        {
          actions: [
            'Microsoft.MachineLearningServices/workspaces/*/read',
            ...reading.filter((action) => !action.includes('MachineLearningServices/workspaces')),
          ],
        },
      ],
      missing: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      of: 'roles of somebody else',
      given: [
        { actions: reading.slice(1) },
        { actions: reading, to: '99999999-0000-4000-8000-000000000099' },
      ],
      missing: [reading[0]],
    },
    { of: 'no role of its own, which may have come by a group', given: [], missing: [] },
  ])('misses what it should of $of', async ({ given: roles, missing }) => {
    expect((await learnt(roles)).missing).toEqual(missing);
  });

  it.each([
    { role: 'Owner', example: 'Microsoft.CognitiveServices/accounts/listKeys/action', granted: ['*'] },
    { role: 'Contributor', example: 'Microsoft.CognitiveServices/accounts/listKeys/action', granted: ['*'] },
    {
      role: 'Reader',
      example: 'Microsoft.MachineLearningServices/workspaces/listNotebookAccessToken/read',
      granted: ['*/read'],
    },
    {
      role: 'Cognitive Services User',
      example: 'Microsoft.CognitiveServices/accounts/listKeys/action',
      granted: [
        'Microsoft.CognitiveServices/*/read',
        'Microsoft.CognitiveServices/accounts/listkeys/action',
        'Microsoft.CognitiveServices/*',
      ],
    },
  ])('is too much with $role', async ({ role, example, granted }) => {
    const { excess } = await learnt([{ role, at: GROUP }]);
    expect(excess).toEqual([
      {
        granted,
        example,
        reason: 'hands out keys, secrets or tokens',
        by: { role, at: GROUP, assignment: `${GROUP}/providers/Microsoft.Authorization/roleAssignments/a0` },
      },
    ]);
  });

  it.each([
    {
      actions: ['Microsoft.Search/searchServices/listQueryKeys/action'],
      reason: 'hands out keys, secrets or tokens',
    },
    { actions: ['Microsoft.Search/searchServices/*'], reason: 'hands out keys, secrets or tokens' },
    { actions: ['Microsoft.CognitiveServices/accounts/write'], reason: 'writes, deletes or acts' },
    { actions: ['Microsoft.Network/virtualNetworks/read'], reason: 'is not what this version reads' },
    {
      dataActions: ['Microsoft.CognitiveServices/*'],
      reason: 'is a data action: it reads or uses what is stored',
    },
  ])('is too much with $actions $dataActions beside the role', async ({ reason, ...more }) => {
    const { excess } = await learnt([
      { actions: [...reading, ...(more.actions ?? [])], dataActions: more.dataActions ?? [] },
    ]);
    expect(excess.map((each) => [each.granted, each.reason])).toEqual([
      [more.actions ?? more.dataActions, reason],
    ]);
  });

  it('does not hold against a role what it takes away again', async () => {
    const { excess } = await learnt([
      { actions: ['Microsoft.Search/*'], notActions: ['Microsoft.Search/*/action', '*/write', '*/delete'] },
    ]);
    expect(excess.map(({ reason }) => reason)).toEqual(['is not what this version reads']);
  });

  it('is nothing where it sees no such subscription', async () => {
    expect(await learnt([], '00000000-0000-0000-0000-00000000ffff')).toMatchObject({
      visible: false,
      missing: [],
      excess: [],
    });
  });

  it('is not known where it may not ask, and says what was denied', async () => {
    estate.faults.set('Microsoft.Authorization/roleAssignments/list', { kind: 'denied' });
    const granted = await learnt([{ role: 'Owner' }]);
    expect(granted).toMatchObject({ visible: true, missing: [], excess: [] });
    expect(granted.unread).toMatchObject([
      { operation: 'Microsoft.Authorization/roleAssignments/list', outcome: 'denied' },
    ]);
    estate.faults.set('Microsoft.Resources/subscriptions/list', { kind: 'server-error' });
    expect(await learnt([])).not.toHaveProperty('visible');
  });

  it('is asked, of a person, for what comes by a group too', async () => {
    const claims = Buffer.from(JSON.stringify({ oid: READER, idtyp: 'user' })).toString('base64url');
    const credential = {
      getToken: async () => ({ token: `e30.${claims}.x`, expiresOnTimestamp: Date.now() + 60_000 }),
    };
    const asked: string[] = [];
    const httpClient: HttpClient = {
      sendRequest: async (request) => {
        asked.push(decodeURIComponent(request.url));
        const value = request.url.includes('/roleAssignments') ? [] : [{ subscriptionId: SUBSCRIPTION }];
        return { request, status: 200, headers: createHttpHeaders(), bodyAsText: JSON.stringify({ value }) };
      },
    };
    const cloud = azureCloud({ credential, httpClient, subscriptions: { kind: 'visible' } });
    await cloud.granted?.([scope]);
    expect(asked.at(-1)).toMatch(new RegExp(`\\$filter=assignedTo\\('${READER}'\\)$`));
  });

  it('is not known where a reply is not what it should be, and says so', async () => {
    estate.faults.set('Microsoft.Authorization/roleDefinitions/get', { kind: 'malformed' });
    const { excess, unread } = await learnt([{ role: 'Owner' }]);
    expect(excess).toEqual([]);
    expect(unread).toContainEqual(
      expect.objectContaining({
        operation: 'Microsoft.Authorization/roleDefinitions/get',
        outcome: 'failed',
      }),
    );
    estate.faults.clear();
    const nothing = { id: 'x', properties: { principalId: READER } };
    estate.store.add(SUBSCRIPTION, {
      ...nothing,
      id: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleAssignments/odd`,
    });
    const odd = await learnt([{ role: 'Owner' }]);
    estate.store.delete(
      `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleAssignments/odd`,
    );
    expect(odd.excess).toEqual([]);
    expect(odd.unread).toMatchObject([{ outcome: 'failed', detail: 'the reply holds no role assignment' }]);
    const definition = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${ROLE}`;
    estate.store.add(SUBSCRIPTION, { id: definition, properties: { roleName: 'odd' } });
    const unlike = await learnt([{ role: ROLE }]);
    estate.store.delete(definition);
    expect(unlike.unread).toMatchObject([{ outcome: 'failed', detail: 'the reply is no role definition' }]);
  });

  it('is not known of a token that does not say whom it is for', async () => {
    const credential = {
      getToken: async () => ({ token: 'opaque', expiresOnTimestamp: Date.now() + 60_000 }),
    };
    const cloud = azureCloud({
      ...estate,
      credential,
      subscriptions: { kind: 'visible' },
      retry: { maxRetries: 0 },
    });
    expect(await cloud.granted?.([scope])).toMatchObject([{ missing: [], excess: [] }]);
  });
});
