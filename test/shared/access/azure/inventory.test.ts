import { describe, expect, it } from 'vitest';
import { azureAccess } from '#shared/access/azure/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { group, managementGroup, SUBSCRIPTION, subscription } from './estate.ts';

const OTHER = '00000000-0000-0000-0000-000000000002';
const account = `${group('ai')}/providers/Microsoft.CognitiveServices/accounts/assistant`;
const identity = `${group('ai')}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/agent`;

const asset = (type: string, id: string, config: JsonObject, in_ = SUBSCRIPTION): Asset => ({
  id,
  type,
  scope: { provider: 'azure', account: in_, region: 'global' },
  name: id.slice(id.lastIndexOf('/') + 1),
  config,
  relations: [],
});

const OWNER = { roleName: 'Owner', type: 'BuiltInRole', permissions: [{ actions: ['*'] }] };

/** A role assignment, as Resource Manager answers it, with its role. */
const assigned = (
  scope: string,
  principalId: string,
  more: { properties?: JsonObject; role?: JsonObject | undefined; in?: string; guid?: string } = {},
): Asset => {
  const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/${principalId}`;
  const { role = OWNER, guid = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' } = more;
  return asset(
    'azure.authorization.role-assignment',
    id,
    {
      properties: {
        scope,
        roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
        principalId,
        principalType: 'User',
        ...more.properties,
      },
      ...('role' in more && more.role === undefined ? {} : { roleDefinition: { properties: role } }),
    },
    more.in,
  );
};

const denied = (scope: string, properties: JsonObject): Asset =>
  asset(
    'azure.authorization.deny-assignment',
    `${scope}/providers/Microsoft.Authorization/denyAssignments/d`,
    {
      properties: { denyAssignmentName: 'managed', scope, permissions: [{ actions: ['*'] }], ...properties },
    },
  );

const write = { permission: 'Microsoft.CognitiveServices/accounts/write', resource: account };
const delegate = { permission: 'Microsoft.Authorization/roleAssignments/write', resource: account };

/** Who may, by the ids of principals. */
const answers = (assets: readonly Asset[], question: { permission: string; resource: string } = write) => {
  const index = azureAccess(assets);
  return Object.fromEntries(
    index.principals.map(({ id }, number) => [id, index.decide(number, question).access]),
  );
};

describe('azureAccess', () => {
  it('says who an assignment is for, by its kind', () => {
    const { principals } = azureAccess(
      ['User', 'Group', 'ServicePrincipal', 'ForeignGroup', undefined].map((principalType, index) =>
        assigned(account, `id-${index}`, { properties: { principalType } }),
      ),
    );
    expect(principals.map(({ kind }) => kind)).toEqual([
      'user',
      'group',
      'service-principal',
      'external',
      'user',
    ]);
  });

  it('knows the managed identity of an asset, in whatever letter case', () => {
    const config = { identity: { type: 'SystemAssigned', principalId: 'AAAA-1' } };
    const { principals } = azureAccess([
      asset('azure.cognitive-services.account', account, config),
      assigned(account, 'aaaa-1', { properties: { principalType: 'ServicePrincipal' } }),
    ]);
    expect(principals).toEqual([
      {
        id: 'AAAA-1',
        kind: 'managed-identity',
        provider: 'azure',
        name: 'assistant',
        account: SUBSCRIPTION,
        assetId: account,
      },
    ]);
  });

  it('takes a user-assigned identity for itself where it was read', () => {
    const runs = asset('azure.cognitive-services.account', account, {
      identity: { userAssignedIdentities: { [identity]: { principalId: 'u-1' } } },
    });
    const itself = asset('azure.managed-identity.user-assigned-identity', identity, {
      properties: { principalId: 'u-1' },
    });
    expect(azureAccess([runs, itself]).principals[0]).toMatchObject({ name: 'agent', assetId: identity });
    expect(azureAccess([runs]).principals[0]).toMatchObject({ name: 'agent', assetId: account });
  });

  it('lists an identity to which nothing is assigned', () => {
    const config = { identity: { principalId: 'p-1' } };
    expect(answers([asset('azure.cognitive-services.account', account, config)])).toEqual({ 'p-1': 'no' });
  });

  it('applies what is assigned above a subscription in that subscription alone', () => {
    const above = managementGroup('m');
    expect(answers([assigned(above, 'a')])).toEqual({ a: 'yes' });
    expect(answers([assigned(above, 'a', { in: OTHER })])).toEqual({ a: 'no' });
    expect(answers([assigned(above, 'a', { in: OTHER }), assigned(above, 'a')])).toEqual({ a: 'yes' });
  });

  it('keeps subscriptions apart that share one management group and not another', () => {
    const there = `/subscriptions/${OTHER}/resourceGroups/ai/providers/Microsoft.CognitiveServices/accounts/x`;
    const index = azureAccess([
      assigned(managementGroup('shared'), 'a'),
      assigned(managementGroup('shared'), 'a', { in: OTHER }),
      assigned(managementGroup('other'), 'b', { in: OTHER }),
    ]);
    const held = (resource: string) =>
      [...index.holders({ ...write, resource }).yes].map((number) => index.principals[number]?.id);
    expect(held(account)).toEqual(['a']);
    expect(held(there)).toEqual(['a', 'b']);
  });

  it('says nothing of a role that was not read, and names it', () => {
    const index = azureAccess([assigned(account, 'a', { role: undefined, guid: 'f00d' })]);
    expect(index.decide(0, write)).toMatchObject({
      access: 'conditional',
      conditions: ['the role f00d allows it'],
    });
    expect(index.unread).toContain('definition of the role f00d');
  });

  it('names an assignment that it cannot read', () => {
    const broken = asset('azure.authorization.role-assignment', 'x', { properties: { scope: account } });
    expect(azureAccess([broken]).unread).toEqual(['assignment x']);
  });

  it('says that eligible assignments were not read, where there are any at all', () => {
    expect(azureAccess([assigned(account, 'a')]).unread.join()).toContain('Privileged Identity Management');
    expect(azureAccess([]).unread).toEqual([]);
  });

  it('says that members of groups were not read', () => {
    const index = azureAccess([assigned(account, 'g', { properties: { principalType: 'Group' } })]);
    expect(index.unread).toContain('members of 1 group of the directory');
  });

  it('keeps to the condition of an assignment', () => {
    const condition = '@Environment[isPrivateLink] BoolEquals true';
    expect(answers([assigned(account, 'a', { properties: { condition } })])).toEqual({ a: 'conditional' });
    expect(answers([assigned(account, 'a', { properties: { condition: null } })])).toEqual({ a: 'yes' });
  });

  it.each([
    ['no condition', { condition: null }, 'yes'],
    ['a condition that the reply does not tell', {}, 'conditional'],
    [
      'a condition on one role',
      {
        condition:
          "(!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{53ca6127-db72-4b80-b1b0-d745d6d5456d})",
      },
      'conditional',
    ],
  ])('lets a built-in role that lists roleAssignments/write delegate with %s', (_how, more, access) => {
    const actions = ['Microsoft.Authorization/roleAssignments/write', 'Microsoft.CognitiveServices/*'];
    const role = {
      roleName: 'Azure AI Account Owner',
      type: 'BuiltInRole',
      permissions: [{ actions, ...more }],
    };
    const assets = [assigned(account, 'a', { role, guid: 'e47c6f54-e4a2-4754-9501-8e0985b135e1' })];
    expect(answers(assets, delegate)).toEqual({ a: access });
    expect(answers(assets)).toEqual({ a: 'yes' });
  });

  it('takes the role that administers access for what it is', () => {
    const role = {
      roleName: 'Role Based Access Control Administrator',
      type: 'BuiltInRole',
      permissions: [{ actions: ['Microsoft.Authorization/roleAssignments/write'] }],
    };
    const guid = 'f58310d9-a9f6-439a-9e8d-f62e7b41a168';
    expect(answers([assigned(account, 'a', { role, guid })], delegate)).toEqual({ a: 'yes' });
  });

  it('counts among the administrators of a subscription who may assign any role in it', () => {
    const index = azureAccess([
      assigned(managementGroup('m'), 'above'),
      assigned(subscription, 'owner'),
      assigned(group('ai'), 'of a group'),
      assigned(subscription, 'contributor', {
        role: {
          ...OWNER,
          permissions: [{ actions: ['*'], notActions: ['Microsoft.Authorization/*/Write'] }],
        },
      }),
    ]);
    const administrators = [...index.administrators(SUBSCRIPTION)].map(
      (number) => index.principals[number]?.id,
    );
    expect(administrators).toEqual(['above', 'owner']);
  });

  it('denies whom a deny assignment names', () => {
    const user = { id: 'A', type: 'User' };
    const assets = [assigned(account, 'a'), denied(group('ai'), { principals: [user] })];
    expect(answers(assets)).toEqual({ a: 'no' });
  });

  it('is not sure of who may be in a group that is denied', () => {
    const principals = [{ id: 'g', type: 'Group' }];
    expect(answers([assigned(account, 'a'), denied(group('ai'), { principals })])).toEqual({
      a: 'conditional',
    });
  });

  it('spares who is excluded, and what is below where it does not reach', () => {
    const all = [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }];
    const but = (more: JsonObject) => [
      assigned(account, 'a'),
      denied(group('ai'), { principals: all, ...more }),
    ];
    expect(answers(but({}))).toEqual({ a: 'no' });
    expect(answers(but({ excludePrincipals: [{ id: 'a', type: 'User' }] }))).toEqual({ a: 'yes' });
    expect(answers(but({ doNotApplyToChildScopes: true }))).toEqual({ a: 'yes' });
  });

  it('says of how many subscriptions no deny assignment was seen', () => {
    const all = { principals: [{ id: 'b', type: 'User' }] };
    const unread = (...assets: Asset[]) => azureAccess(assets).unread.filter((text) => text.includes('deny'));
    expect(unread(assigned(account, 'a'))).toEqual([
      `deny assignments of ${SUBSCRIPTION}, of which none was seen`,
    ]);
    expect(unread(assigned(account, 'a'), denied(group('ai'), all))).toEqual([]);
    expect(unread(assigned(account, 'a'), assigned(account, 'b', { in: OTHER }))).toEqual([
      'deny assignments of 2 subscriptions, of which none was seen',
    ]);
  });

  it('knows the identity of an agent that is published', () => {
    const application = asset(
      'azure.cognitive-services.agent-application',
      `${account}/projects/p/applications/x`,
      {
        properties: { defaultInstanceIdentity: { kind: 'AgentInstance', principalId: 'agent-1' } },
      },
    );
    const role = assigned(account, 'AGENT-1', { properties: { principalType: 'ServicePrincipal' } });
    expect(azureAccess([application, role]).principals).toEqual([
      expect.objectContaining({
        id: 'agent-1',
        kind: 'service-principal',
        assetId: application.id,
        name: 'x',
      }),
    ]);
  });

  it('gives the assignment and the role as the reason', () => {
    const one = assigned(account, 'a');
    expect(azureAccess([one]).decide(0, write).because).toEqual([
      { effect: 'allow', source: one.id, statement: 'Owner' },
    ]);
  });

  it('compiles ten thousand assignments, and answers, in well under a second', () => {
    const many = Array.from({ length: 10_000 }, (_each, index) =>
      assigned(
        index % 3 === 0 ? subscription : index % 3 === 1 ? group(`g${index % 500}`) : account,
        `p-${index}`,
      ),
    );
    const started = performance.now();
    const index = azureAccess(many);
    const compiled = performance.now();
    const { yes } = index.holders(write);
    const answered = performance.now();
    expect(yes.length).toBe(6667);
    expect(compiled - started).toBeLessThan(1000);
    expect(answered - compiled).toBeLessThan(500);
  });
});
