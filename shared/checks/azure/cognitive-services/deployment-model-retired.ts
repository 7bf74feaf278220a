import { modelDeployment } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { any, field, judgedBy } from '#shared/model/predicate.ts';
import { retiresWithin } from './retirement.ts';

export default check(modelDeployment, {
  title: 'Model deployments serve models that Microsoft still runs',
  severity: 'high',
  fails: any(
    field('offeredModel.model.lifecycleStatus').is('Deprecated'),
    judgedBy(retiresWithin('the model has retired', Number.NEGATIVE_INFINITY, 0)),
  ),
  why: 'Calls to a retired model fail: whatever was built on the deployment no longer answers, or answers from a fallback that nobody tested.',
  fix: {
    console: 'Azure AI Foundry › Deployments: edit the deployment and choose a version that is offered.',
    cli: 'az rest --method patch --url <deployment id>?api-version=2025-09-01 --body \'{"properties":{"model":{"format":"OpenAI","name":"…","version":"…"}}}\'',
    bicep: "properties: { model: { format: 'OpenAI', name: '…', version: '…' } }",
  },
  source:
    'AccountModel.lifecycleStatus, ModelDeprecationInfo.inference and ModelSku.deprecationDate of @azure/arm-cognitiveservices, models of the location',
  frameworks: { 'mitre-atlas': ['AML.T0029'], 'nist-ai-rmf': ['MANAGE 3.2'] },
  examples: {
    pass: [
      {
        sku: { name: 'Standard' },
        properties: {},
        offeredModel: {
          model: {
            lifecycleStatus: 'GenerallyAvailable',
            deprecation: { inference: '2026-01-01T00:00:00Z' },
            skus: [
              { name: 'Standard', deprecationDate: '2026-07-02T00:00:00Z' },
              { name: 'GlobalStandard', deprecationDate: '2026-01-01T00:00:00Z' },
            ],
          },
        },
      },
    ],
    fail: [
      {
        properties: {},
        offeredModel: {
          model: { lifecycleStatus: 'Deprecating', deprecation: { inference: '2026-06-30T00:00:00Z' } },
        },
      },
      {
        properties: {},
        offeredModel: {
          model: { lifecycleStatus: 'Deprecated', deprecation: { inference: '2026-12-01T00:00:00Z' } },
        },
      },
      {
        sku: { name: 'Standard' },
        properties: {},
        offeredModel: {
          model: {
            lifecycleStatus: 'GenerallyAvailable',
            skus: [{ name: 'Standard', deprecationDate: '2026-06-01T00:00:00Z' }],
          },
        },
      },
    ],
    unknown: [
      { properties: {} },
      { properties: {}, offeredModel: { model: { lifecycleStatus: 'GenerallyAvailable' } } },
      {
        properties: {},
        offeredModel: {
          $unread: {
            operation: 'Microsoft.CognitiveServices/locations/models/list',
            outcome: 'denied',
            permission: 'Microsoft.CognitiveServices/locations/models/read',
          },
        },
      },
    ],
  },
});
