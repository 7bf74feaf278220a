import { describe, expect, it } from 'vitest';
import { malformedIn } from '#connectors/config.ts';
import { checks } from '#shared/checks/index.ts';
import { type Check, isRelatedExample } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { judged } from '#test/peers/judging.ts';
import { isNonCompliant, type PolicyDefinition } from './azure-policy.ts';
import { ABSENT, fixture, haveFixtures } from './fixtures.ts';

/** Checks that ask for the same as a built-in policy: check, and the file of the policy. */
const SAME: readonly (readonly [check: string, policy: string])[] = [
  ['cognitive-services.local-authentication', 'Azure_Ai_Services__DisableLocalAuth_Audit'],
  ['cognitive-services.public-network-access', 'Azure_Ai_Services__NetworkAcls_Audit'],
  ['cognitive-services.private-endpoint', 'Azure_Ai_Services__EnablePrivateEndpoints_Audit'],
  ['cognitive-services.customer-managed-key', 'Cognitive_Services__CustomerManagedKey_Audit'],
  ['cognitive-services.managed-identity', 'Cognitive_Services__ManagedIdentity_Audit'],
  ['cognitive-services.user-owned-storage', 'Cognitive_Services__UserOwnedStorage_Audit'],
  [
    'machine-learning.workspace-public-network-access',
    'Machine_Learning__Workspace_PublicNetworkAccessDisabled_Audit',
  ],
  ['machine-learning.workspace-private-endpoint', 'Machine_Learning__Workspace_PrivateEndpoint_Audit_V2'],
  ['machine-learning.workspace-customer-managed-key', 'Machine_Learning__Workspace_CMKEnabled_Audit'],
  ['machine-learning.workspace-user-assigned-identity', 'Machine_Learning__Workspace_UAIEnabled_Audit'],
  ['machine-learning.compute-local-authentication', 'Machine_Learning__DisableLocalAuth_Audit'],
  ['machine-learning.instance-idle-shutdown', 'Machine_Learning__IdleShutdown_Audit'],
  ['machine-learning.instance-image-version', 'Machine_Learning__ComputeInstanceUpdates_Audit'],
];

function checkOf(id: string): Check {
  const check = checks.find((candidate) => candidate.id === `azure.${id}`);
  if (!check) throw new Error(`there is no check azure.${id}`);
  return check;
}

/** Values that Azure leaves out, sends as null, spells otherwise or sets either way, in every combination of two. */
function configsOf({ examples, assetType }: Check): JsonObject[] {
  const own = [...examples.pass, ...examples.fail, ...(examples.notApplicable ?? [])].map((example) =>
    isRelatedExample(example) ? example.$config : example,
  );
  const recased = own.map(
    (config): JsonObject =>
      JSON.parse(
        JSON.stringify(config).replaceAll(/"(Enabled|Disabled|Deny|Approved)"/g, (word) =>
          word.toLowerCase(),
        ),
      ),
  );
  return [...own, ...recased, { properties: {} }].filter(
    (config) => malformedIn(assetType.config, config).length === 0,
  );
}

it.runIf(!haveFixtures)(ABSENT, () => {
  console.warn(ABSENT);
  expect(haveFixtures).toBe(false);
});

describe.runIf(haveFixtures)('a check and the built-in policy that asks for the same', () => {
  it.each(SAME)('%s agrees with %s', (id, file) => {
    const check = checkOf(id);
    const policy = fixture(`azure-policy/${file}.json`) as PolicyDefinition;
    expect(check.frameworks['azure-policy'] ?? []).toContain(policy.name);
    const opinions = configsOf(check).map((config) => {
      const { judgement } = judged(check, {
        id: 'x',
        type: check.assetType.id,
        name: 'x',
        scope: { provider: 'azure', account: 's', region: 'global' },
        config,
        relations: [],
      });
      return { config, ours: judgement, policy: isNonCompliant(policy, check.assetType.nativeType, config) };
    });
    for (const { config, ours, policy: nonCompliant } of opinions)
      if (ours !== 'unknown') expect(ours === 'fail', JSON.stringify(config)).toBe(nonCompliant);
    expect(new Set(opinions.map(({ policy: nonCompliant }) => nonCompliant))).toEqual(new Set([true, false]));
  });

  it('every policy that a check names is one of Microsoft’s', () => {
    const manifest = JSON.stringify(fixture('azure-policy/manifest.json'));
    for (const { id, frameworks } of checks)
      for (const policy of frameworks['azure-policy'] ?? [])
        expect(manifest.includes(policy), `${id}: ${policy}`).toBe(true);
  });
});
