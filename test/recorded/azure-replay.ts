import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { azureCloud } from '#connectors/azure/cloud.ts';
import type { Discovered } from '#connectors/discover.ts';
import { checks } from '#shared/checks/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import { bindGovernance } from '#shared/model/bind.ts';
import { DEFAULT_GOVERNANCE } from '#shared/model/governance.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { judgeAssets, resolverOf } from '#shared/pipeline/judge-assets.ts';
import { armAddress } from '#test/estate/azure/address.ts';
import { readingOf } from '../connectors/azure/reading.ts';
import { subscriptionOf } from './azure-addresses.ts';
import { seenVersion } from './azure-versions.ts';

/** What to answer at a path, without regard to case; what was not recorded is refused, for nobody knows it. */
export type Answers = (path: string) => JsonObject | undefined;

/** A request that arrived. */
export interface Asked {
  readonly path: string;
  readonly apiVersion: string;
}

/** Changes a request on its way, to see that it matters. */
export type Tampering = (address: URL) => URL;

interface Replaying {
  readonly answers: Answers;
  readonly asked?: Asked[];
  readonly tampering?: Tampering;
}

/** An answer was recorded with one api-version and is given to each that exists; another is refused, as ARM does. */
const replaying = ({ answers, asked = [], tampering = (address) => address }: Replaying): HttpClient => ({
  sendRequest: async (request) => {
    const address = tampering(new URL(request.url));
    const path = decodeURI(address.pathname);
    const apiVersion = address.searchParams.get('api-version') ?? '';
    asked.push({ path, apiVersion });
    const isKnown = seenVersion(armAddress(path)?.type ?? '', apiVersion) !== undefined;
    const body = isKnown ? answers(path) : undefined;
    return {
      request,
      headers: createHttpHeaders({ 'content-type': 'application/json' }),
      status: isKnown ? (body ? 200 : 403) : 400,
      bodyAsText: JSON.stringify(
        body ?? { error: { code: isKnown ? 'NotRecorded' : 'InvalidApiVersionParameter' } },
      ),
    };
  },
});

const cloudOf = (replay: Replaying) =>
  azureCloud({
    httpClient: replaying(replay),
    credential: { getToken: async () => ({ token: 'recorded', expiresOnTimestamp: Date.now() + 3_600_000 }) },
    subscriptions: { kind: 'visible' },
    retry: { maxRetries: 0 },
  });

interface ReplayOptions extends Omit<Replaying, 'answers'> {
  /** What other assets refer to, for connectors that read only that. */
  readonly references?: readonly string[];
}

export function replayScan(
  subscription: string,
  answers: Answers,
  { references = [], ...options }: ReplayOptions = {},
): Promise<Discovered> {
  const reading = {
    ...readingOf(subscription),
    references: async (accepts: (target: string) => boolean) => new Set(references.filter(accepts)),
  };
  return cloudOf({ answers, ...options }).discover(reading, {
    onDefect: (type, error) => {
      throw new Error(`defect in the connector of ${type}`, { cause: error });
    },
  });
}

export const replayGet = (
  type: string,
  id: string,
  answers: Answers,
  options: Omit<ReplayOptions, 'references'> = {},
): Promise<Discovered> =>
  cloudOf({ answers, ...options }).rediscover(readingOf(subscriptionOf(id)), type, id);

/** As they are where an organisation has decided nothing. */
const bound = checks.map((check) => bindGovernance(check, DEFAULT_GOVERNANCE));

/** By judgement: the checks, by the last part of their ids, that said so of the asset. */
export function judgementsOn(asset: Asset, all: readonly Asset[]): Record<string, string[]> {
  const verdicts = judgeAssets([asset], bound, resolverOf(all), 'scope', readingOf('recorded').startedAt);
  const grouped = Object.groupBy(verdicts, ({ judgement }) => judgement);
  return Object.fromEntries(
    Object.entries(grouped)
      .map(([judgement, group]): [string, string[]] => [
        judgement,
        (group ?? []).map(({ checkId }) => checkId.split('.').slice(2).join('.')).sort(),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
