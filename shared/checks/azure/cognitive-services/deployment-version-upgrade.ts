import { modelDeployment } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(modelDeployment, {
  title: 'Model deployments move on when their model version expires',
  severity: 'low',
  fails: field('properties.versionUpgradeOption').is('NoAutoUpgrade'),
  why: 'A pinned version stops answering on the day that Microsoft retires it, and keeps its known weaknesses until then.',
  fix: {
    console:
      'Azure AI Foundry › Deployments: set the version update policy to “Upgrade once current version expires”.',
    cli: 'az rest --method patch --url <deployment id>?api-version=2025-09-01 --body \'{"properties":{"versionUpgradeOption":"OnceCurrentVersionExpired"}}\'',
    bicep: "properties: { versionUpgradeOption: 'OnceCurrentVersionExpired' }",
    terraform: 'version_upgrade_option = "OnceCurrentVersionExpired"',
  },
  source: 'DeploymentProperties.versionUpgradeOption of @azure/arm-cognitiveservices; recorded deployments',
  frameworks: { 'nist-ai-rmf': ['MANAGE 3.2'] },
  examples: {
    pass: [
      { properties: { versionUpgradeOption: 'OnceNewDefaultVersionAvailable' } },
      { properties: { versionUpgradeOption: 'OnceCurrentVersionExpired' } },
    ],
    fail: [{ properties: { versionUpgradeOption: 'NoAutoUpgrade' } }],
    unknown: [{ properties: {} }, { properties: { versionUpgradeOption: 'UnheardOf' } }],
  },
});
