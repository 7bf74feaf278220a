import { beforeAll, describe, expect, it } from 'vitest';
import { azureConnectors } from '#connectors/azure/index.ts';
import { queryResources } from '#connectors/azure/resource-graph.ts';
import { operationsOf } from '#connectors/connector.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { apiVersionOf } from './azure-addresses.ts';
import type { Tampering } from './azure-replay.ts';
import { isReplayed, type NotReplayed, type Replayed, replayed } from './azure-replayed.ts';
import { type Reply, replies, withoutReply } from './azure-replies.ts';
import { seenVersion } from './azure-versions.ts';
import { azureShown } from './cloud-shown.ts';
import { ABSENT, haveFixtures } from './fixtures.ts';
import { differences, heldFields, notHeld } from './shown-fields.ts';

it.runIf(!haveFixtures)(ABSENT, () => {
  console.warn(ABSENT);
  expect(haveFixtures).toBe(false);
});

interface Outcome {
  readonly reply: Reply;
  readonly outcome: Replayed | NotReplayed;
}

let outcomes: Outcome[];
beforeAll(async () => {
  outcomes = await Promise.all(replies.map(async (reply) => ({ reply, outcome: await replayed(reply) })));
});

const replays = (): (Replayed & { readonly reply: Reply })[] =>
  outcomes.flatMap(({ reply, outcome }) => (isReplayed(outcome) ? { reply, ...outcome } : []));

const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, count]) => `\n  ${String(count).padStart(4)}  ${what}`)
    .join('');

const counted = <Item>(items: readonly Item[], by: (item: Item) => string): Map<string, number> =>
  new Map([...Map.groupBy(items, by)].map(([what, group]) => [what, group.length]));

describe.runIf(haveFixtures)('official examples and recorded replies of Azure Resource Manager', () => {
  it('are read without an error and without a loss', () => {
    const wrong = replays().flatMap(({ reply, problems }) =>
      problems.map((one) => `${reply.source}: ${one}`),
    );
    expect(wrong).toEqual([]);
    expect(replays().length).toBeGreaterThanOrEqual(73);
  });

  it('come of everything that Azure was recorded to answer in the kinds that are documented', () => {
    const ofRecordings = replays().filter(({ reply }) => reply.from === 'recording');
    expect(ofRecordings.flatMap(({ malformed }) => malformed)).toEqual([]);
    expect(ofRecordings.length).toBeGreaterThanOrEqual(21);
  });

  it('are of these files, and these are not replayed', () => {
    const replayedBy = counted(replays(), ({ reply: { from, apiVersion }, apiVersion: asked }) => {
      const version = apiVersion === asked ? 'with the version that we ask' : 'of another version';
      return `${from}s ${version}`;
    });
    const not = counted(
      outcomes.flatMap(({ outcome }) => (isReplayed(outcome) ? [] : outcome.notReplayed)),
      (reason) => reason,
    );
    const kinds = new Map(
      replays().flatMap(({ reply, malformed }) => malformed.map((one) => [`${one} (${reply.source})`, 1])),
    );
    console.log(
      [
        `replayed:${listed(replayedBy)}`,
        `not replayed:${listed(not)}${listed(withoutReply)}`,
        `of a kind that no document allows any more, so that verdicts are unknown:${listed(kinds)}`,
        `parts that no asset took up: ${
          replays()
            .flatMap(({ unjoined }) => unjoined)
            .join(', ') || 'none'
        }`,
      ].join('\n'),
    );
    const sum = [...replayedBy.values(), ...not.values()].reduce((one, other) => one + other, 0);
    expect(sum).toBe(replies.length);
  });
});

/** Requests for what `where` accepts, with another api-version than the connector gave them. */
const withVersion =
  (version: string, where: RegExp): Tampering =>
  (address) => {
    const tampered = new URL(address);
    if (where.test(address.pathname)) tampered.searchParams.set('api-version', version);
    return tampered;
  };

const replyAt = (ending: string): Reply => {
  const reply = replies.find(({ source }) => source.endsWith(ending));
  if (!reply) throw new Error(`no fixture is ${ending}`);
  return reply;
};

const problemsOf = async (reply: Reply, tampering?: Tampering): Promise<readonly string[]> => {
  const outcome = await replayed(reply, tampering ? { tampering } : {});
  if (!isReplayed(outcome)) throw new Error(outcome.notReplayed);
  return outcome.problems;
};

describe.runIf(haveFixtures)('the api-version of an operation', () => {
  const operations = [queryResources, ...azureConnectors.flatMap(operationsOf)];

  it.each([...new Map(operations.map((operation) => [operation.id, operation])).values()])(
    'of $id exists',
    (operation) => {
      const version = apiVersionOf(operation);
      const type = operation === queryResources ? operation.id : operation.id.replace(/\/[^/]+$/, '');
      expect(
        seenVersion(type, version),
        `${version} is in no fixture, no package and no page that azure-versions.ts names`,
      ).toBeDefined();
    },
  );

  it.each([
    ['Microsoft.CognitiveServices/accounts', '2025-09-01', 'examples'],
    ['Microsoft.CognitiveServices/accounts/raiPolicies', '2025-09-01', '@azure/arm-cognitiveservices'],
    ['Microsoft.MachineLearningServices/workspaces', '2025-12-01', 'examples, of Microsoft.MachineLearning'],
    ['Microsoft.CognitiveServices/accounts', '2025-09-02', undefined],
    ['Microsoft.CognitiveServices/accounts/raiPolicies', '2017-04-18', undefined],
    ['Microsoft.CognitiveServices/accounts', '2022-04-01', undefined],
    ['Microsoft.Unheard/of', '2025-09-01', undefined],
    ['Microsoft.CognitiveServices/accounts', '', undefined],
  ])('of %s is known or not: %s', (type, version, source) => {
    const seen = seenVersion(type, version);
    if (source === undefined) expect(seen).toBeUndefined();
    else expect(seen).toContain(source);
  });

  it.each([
    ['2025-09-01/examples/GetAccount.json', /accounts\/\w+$/],
    ['2025-09-01/examples/GetDeployment.json', /deployments\/\w+$/],
    ['ListDefenderForAISetting.json', /defenderForAISettings$/],
    ['examples/listDiagnosticSettings.json', /diagnosticSettings$/],
    ['foundry-applications.json #0', /accounts$/],
  ])('is seen to be wrong in %s', async (ending, where) => {
    const reply = replyAt(ending);
    expect(await problemsOf(reply)).toEqual([]);
    for (const version of ['2025-09-02', ''])
      expect(await problemsOf(reply, withVersion(version, where))).toContainEqual(
        expect.stringContaining('failed, HTTP 400'),
      );
  });
});

describe.runIf(haveFixtures)('an answer is given at the exact path', () => {
  it.each([
    '2025-09-01/examples/GetAccount.json',
    'foundry-applications.json #0',
    'OnlineDeployment/list.json',
  ])('and nowhere else: %s', async (ending) => {
    const elsewhere: Tampering = (address) => {
      const tampered = new URL(address);
      tampered.pathname += 's';
      return tampered;
    };
    expect(await problemsOf(replyAt(ending), elsewhere)).toContainEqual(
      expect.stringContaining('nobody asked for'),
    );
  });
});

describe.runIf(haveFixtures)('the fields that checks read', () => {
  it('are in the fixtures, under their names, as often as they were', () => {
    const shown = azureShown(outcomes.map(({ outcome }) => outcome));
    const held = Object.fromEntries(
      Object.entries(heldFields()).filter(([type]) => type.startsWith('azure.')),
    );
    expect(Object.keys(held).length).toBeGreaterThanOrEqual(8);
    expect(differences(held, shown)).toEqual([]);
    const unshown = Object.entries(shown).flatMap(([type, fields]) => {
      const none = Object.keys(fields).filter((field) => fields[field] === 0);
      return none.length > 0 ? `\n  ${type}: ${none.join(', ')}` : [];
    });
    console.log(
      [
        `not held yet (node test/recorded/hold-shown-fields.ts): ${notHeld(held, shown).join(', ') || 'none'}`,
        `in no fixture: ${unshown.join('')}`,
      ].join('\n'),
    );
  });

  it.each([
    ['Compute/get/ComputeInstance.json', 'isLatestOsImageVersion', 'osImageMetadata.isLatestOsImageVersion'],
    ['foundry-applications.json #0', 'publicNetworkAccess', 'account.properties.publicNetworkAccess'],
    ['2025-10-01-preview/PutRaiPolicy.json', 'blocking', 'contentFilters[].blocking'],
    ['examples/listDiagnosticSettings.json', 'logs', 'diagnosticSettings[].properties.logs'],
  ])('are missed in %s when %s is renamed', async (ending, name, field) => {
    const reply = replyAt(ending);
    const renamed = JSON.stringify(reply.body).replaceAll(`"${name}":`, `"${name}Renamed":`);
    const body: JsonObject = JSON.parse(renamed);
    expect(body).not.toEqual(reply.body);
    const [before, after] = await Promise.all(
      [reply, { ...reply, body }].map(async (one) => azureShown([await replayed(one)])),
    );
    expect(differences(before ?? {}, after ?? {})).toContainEqual(expect.stringContaining(`${field}: in `));
    expect(differences(before ?? {}, before ?? {})).toEqual([]);
  });
});
