import { modelDeployment } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { all, field, judgedBy, not } from '#shared/model/predicate.ts';
import { retiresWithin } from './retirement.ts';

/** About what a change of model takes with the tests that belong to it. */
const NOTICE_DAYS = 90;

export default check(modelDeployment, {
  title: 'Model deployments do not serve models that retire soon',
  severity: 'low',
  fails: all(
    // Such a deployment goes over to the next version by itself on that day.
    not(field('properties.versionUpgradeOption').is('OnceCurrentVersionExpired')),
    judgedBy(retiresWithin(`the model retires within ${NOTICE_DAYS} days`, 0, NOTICE_DAYS)),
  ),
  why: 'On that day the deployment stops answering. What its successor answers instead has to be tested before.',
  fix: {
    console:
      'Azure AI Foundry › Deployments: deploy the successor beside it, test what depends on it, and switch over.',
    cli: 'az rest --method patch --url <deployment id>?api-version=2025-09-01 --body \'{"properties":{"versionUpgradeOption":"OnceCurrentVersionExpired"}}\'',
    bicep: "properties: { versionUpgradeOption: 'OnceCurrentVersionExpired' }",
    terraform: 'version_upgrade_option = "OnceCurrentVersionExpired"',
  },
  source:
    'ModelDeprecationInfo.inference and ModelSku.deprecationDate of @azure/arm-cognitiveservices, models of the location',
  frameworks: { 'nist-ai-rmf': ['MANAGE 3.2'] },
  examples: {
    pass: [
      {
        properties: { versionUpgradeOption: 'NoAutoUpgrade' },
        offeredModel: { model: { deprecation: { inference: '2027-07-01T00:00:00Z' } } },
      },
      {
        properties: { versionUpgradeOption: 'OnceCurrentVersionExpired' },
        offeredModel: { model: { deprecation: { inference: '2026-08-01T00:00:00Z' } } },
      },
      {
        properties: { versionUpgradeOption: 'NoAutoUpgrade' },
        offeredModel: { model: { deprecation: { inference: '2026-06-01T00:00:00Z' } } },
      },
    ],
    fail: [
      {
        properties: { versionUpgradeOption: 'NoAutoUpgrade' },
        offeredModel: { model: { deprecation: { inference: '2026-08-01T00:00:00Z' } } },
      },
    ],
    unknown: [
      { properties: { versionUpgradeOption: 'NoAutoUpgrade' } },
      {
        properties: {},
        offeredModel: { model: { deprecation: { inference: '2026-08-01T00:00:00Z' } } },
      },
    ],
  },
});
