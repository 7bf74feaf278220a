import { beforeAll, describe, expect, test } from 'vitest';
import type { Asset } from '#shared/model/asset.ts';
import { verdictsOn } from '../connectors/gcp/scan.ts';
import { ABSENT, haveFixtures } from './fixtures.ts';
import { isReplayed, type NotReplayed, type Replayed, replayed } from './gcp-replayed.ts';
import { replies } from './gcp-replies.ts';

/** Judgements by the last part of the check’s id, the same for every asset of the kind. */
function judgementsOn(assets: readonly Asset[]): Record<string, string> {
  const found = assets.map((asset) =>
    Object.fromEntries(
      verdictsOn([asset]).map(({ checkId, judgement }) => [checkId.replace('gcp.vertex.', ''), judgement]),
    ),
  );
  for (const each of found) expect(each).toEqual(found[0]);
  return found[0] ?? {};
}

if (!haveFixtures)
  test(ABSENT, () => {
    console.warn(ABSENT);
    expect(haveFixtures).toBe(false);
  });
else
  describe('recorded responses of Google Cloud', () => {
    let outcomes: (Replayed | NotReplayed)[];
    beforeAll(async () => {
      outcomes = await Promise.all(replies.map((reply) => replayed(reply)));
    });

    function assetsOf(type: string): Asset[] {
      const assets = outcomes
        .filter(isReplayed)
        .flatMap((outcome) => outcome.assets)
        .filter((asset) => asset.type === type);
      expect(assets.length).toBeGreaterThan(2);
      return assets;
    }

    test('endpoints without a model are public, and what only a deployed model can do is not asked', () => {
      const assets = assetsOf('gcp.vertex.endpoint');
      expect(judgementsOn(assets.filter(({ config }) => !config['deployedModels']))).toEqual({
        'endpoint-public': 'fail',
        'endpoint-dedicated-dns': 'fail',
        'endpoint-customer-key': 'fail',
        'endpoint-private-connect-allowlist': 'not-applicable',
        'endpoint-request-logging': 'not-applicable',
        'endpoint-access-logging': 'not-applicable',
        'endpoint-container-logging': 'not-applicable',
        'endpoint-default-service-account': 'not-applicable',
        'endpoint-model-server-egress': 'not-applicable',
        'endpoint-drift-monitoring': 'not-applicable',
        'endpoint-policy-public': 'unknown',
        'endpoint-request-log-elsewhere': 'not-applicable',
        'endpoint-request-sampling': 'not-applicable',
      });
    });

    test('endpoints with a model log no requests, and their model runs without access to the project', () => {
      const assets = assetsOf('gcp.vertex.endpoint');
      expect(judgementsOn(assets.filter(({ config }) => config['deployedModels']))).toEqual({
        'endpoint-public': 'fail',
        'endpoint-dedicated-dns': 'fail',
        'endpoint-customer-key': 'fail',
        'endpoint-private-connect-allowlist': 'not-applicable',
        'endpoint-request-logging': 'fail',
        'endpoint-access-logging': 'fail',
        'endpoint-container-logging': 'pass',
        'endpoint-default-service-account': 'pass',
        'endpoint-model-server-egress': 'fail',
        'endpoint-drift-monitoring': 'fail',
        'endpoint-policy-public': 'unknown',
        'endpoint-request-log-elsewhere': 'not-applicable',
        'endpoint-request-sampling': 'not-applicable',
      });
    });

    test('models can be exported, under Google’s key, and have neither container nor artefact of their own', () => {
      const models = Map.groupBy(assetsOf('gcp.vertex.model'), ({ config }) => 'labels' in config);
      for (const [hasLabels, alike] of models)
        expect(judgementsOn(alike)).toEqual({
          'model-exportable': 'fail',
          'model-customer-key': 'fail',
          'model-image-digest': 'not-applicable',
          'model-image-registry': 'not-applicable',
          'model-environment-secret': 'not-applicable',
          'model-artifact-bucket-public': 'not-applicable',
          'model-labels': hasLabels ? 'pass' : 'fail',
          'model-third-party': 'pass',
        });
      expect(models.size).toBe(2);
    });
  });
