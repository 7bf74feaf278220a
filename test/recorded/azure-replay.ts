import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { azureCloud } from '#connectors/azure/cloud.ts';
import type { Discovered } from '#connectors/discover.ts';
import { checks } from '#shared/checks/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { judgeAssets, resolverOf } from '#shared/pipeline/judge-assets.ts';
import { readingOf } from '../connectors/azure/reading.ts';

/** What to answer at a path, without regard to case and api-version; nothing is 404, as of what was not recorded. */
export type Answers = (path: string) => JsonObject | undefined;

const replaying = (answers: Answers): HttpClient => ({
  sendRequest: async (request) => {
    const body = answers(decodeURI(new URL(request.url).pathname));
    return {
      request,
      headers: createHttpHeaders({ 'content-type': 'application/json' }),
      status: body ? 200 : 404,
      bodyAsText: JSON.stringify(body ?? { error: { code: 'NotRecorded' } }),
    };
  },
});

const cloudOf = (answers: Answers) =>
  azureCloud({
    httpClient: replaying(answers),
    credential: { getToken: async () => ({ token: 'recorded', expiresOnTimestamp: Date.now() + 3_600_000 }) },
    subscriptions: { kind: 'visible' },
    retry: { maxRetries: 0 },
  });

export const replayScan = (subscription: string, answers: Answers): Promise<Discovered> =>
  cloudOf(answers).discover(readingOf(subscription), {
    onDefect: (type, error) => {
      throw new Error(`defect in the connector of ${type}`, { cause: error });
    },
  });

export const replayGet = (type: string, id: string, answers: Answers): Promise<Discovered> =>
  cloudOf(answers).rediscover(readingOf('recorded'), type, id);

/** By judgement: the checks, by the last part of their ids, that said so of the asset. */
export function judgementsOn(asset: Asset, all: readonly Asset[]): Record<string, string[]> {
  const verdicts = judgeAssets([asset], checks, resolverOf(all), 'scope', readingOf('recorded').startedAt);
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

/** The leaves of a reply that a config lost: nothing may be, but null and what was redacted. */
export function lostFrom(config: unknown, reply: unknown, path = ''): string[] {
  if (reply === null || reply === undefined) return [];
  if (isObject(config) && '$redacted' in config) return [];
  if (Array.isArray(reply))
    return reply.flatMap((element, index) =>
      lostFrom(Array.isArray(config) ? config[index] : undefined, element, `${path}[${index}]`),
    );
  if (isObject(reply))
    return Object.entries(reply).flatMap(([key, value]) =>
      lostFrom(isObject(config) ? config[key] : undefined, value, `${path}.${key}`),
    );
  return config === reply ? [] : [path];
}
