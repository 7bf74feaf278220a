import { beforeAll, describe, expect, test } from 'vitest';
import { checks } from '#shared/checks/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import { verdictsOn } from '../connectors/gcp/scan.ts';
import { ABSENT, haveFixtures } from './fixtures.ts';
import { isReplayed, type NotReplayed, type Replayed, replayed } from './gcp-replayed.ts';
import { replies } from './gcp-replies.ts';

const judged = checks.filter(({ byDefault }) => byDefault !== 'off');

/** Judgements by the last part of the check’s id, the same for every asset of the kind. */
function judgementsOn(assets: readonly Asset[]): Record<string, string> {
  const found = assets.map((asset) =>
    Object.fromEntries(
      verdictsOn([asset])
        .filter(({ checkId }) => judged.some(({ id }) => id === checkId))
        .map(({ checkId, judgement }) => [checkId.replace('gcp.vertex.', ''), judgement]),
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
        // Nobody recorded a policy.
        'endpoint-policy-public': 'unknown',
        'endpoint-drift-monitoring': 'not-applicable',
        'endpoint-request-sampling': 'not-applicable',
        'endpoint-request-log-elsewhere': 'not-applicable',
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
        // Nobody recorded a policy.
        'endpoint-policy-public': 'unknown',
        'endpoint-drift-monitoring': 'fail',
        'endpoint-request-sampling': 'not-applicable',
        'endpoint-request-log-elsewhere': 'not-applicable',
      });
    });

    test('models can be exported, under Google’s key, and have neither container nor artefact of their own', () => {
      expect(judgementsOn(assetsOf('gcp.vertex.model'))).toEqual({
        'model-exportable': 'fail',
        'model-customer-key': 'fail',
        'model-image-digest': 'not-applicable',
        'model-image-registry': 'not-applicable',
        'model-base-allowed': 'not-applicable',
        'model-environment-secret': 'not-applicable',
        'model-artifact-bucket-public': 'not-applicable',
      });
    });

    test('jobs of hyperparameter tuning run as the default account, in no network, from tags that can move', () => {
      expect(judgementsOn(assetsOf('gcp.vertex.hyperparameter-tuning-job'))).toEqual({
        'hyperparameter-tuning-job-customer-key': 'fail',
        'hyperparameter-tuning-job-service-account': 'fail',
        'hyperparameter-tuning-job-network': 'fail',
        'hyperparameter-tuning-job-image-digest': 'fail',
        'hyperparameter-tuning-job-web-access': 'pass',
        'hyperparameter-tuning-job-dashboard-access': 'pass',
        'hyperparameter-tuning-job-environment-secret': 'pass',
        'hyperparameter-tuning-job-output-bucket-public': 'not-applicable',
      });
    });

    test('batch predictions log, as an account without rights, between buckets that the replay does not hold', () => {
      expect(judgementsOn(assetsOf('gcp.vertex.batch-prediction-job'))).toEqual({
        'batch-prediction-job-customer-key': 'fail',
        'batch-prediction-job-service-account': 'pass',
        'batch-prediction-job-container-logging': 'pass',
        'batch-prediction-job-input-bucket-public': 'unknown',
        'batch-prediction-job-output-bucket-public': 'unknown',
      });
    });

    test.each([
      ['JOB_STATE_RUNNING', 'pass'],
      ['JOB_STATE_CANCELLED', 'fail'],
    ])('jobs of model monitoring that are in %s: %s', (state, judgement) => {
      const assets = assetsOf('gcp.vertex.model-monitoring-job');
      expect(judgementsOn(assets.filter(({ config }) => config['state'] === state))).toEqual({
        'model-monitoring-job-running': judgement,
        'model-monitoring-job-alerts': 'pass',
        'model-monitoring-job-customer-key': 'fail',
      });
    });
  });
