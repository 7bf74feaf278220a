import { mlRegistry } from '#shared/assets/azure/machine-learning-models.ts';
import { check } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { all, field, some } from '#shared/model/predicate.ts';

const kept = (systemCreatedStorageAccount: JsonObject) => ({
  properties: { regionDetails: [{ storageAccountDetails: [{ systemCreatedStorageAccount }] }] },
});

export default check(mlRegistry, {
  title: 'Storage of Machine Learning registries is open to nobody without a name',
  severity: 'high',
  fails: some(
    'properties.regionDetails',
    some(
      'storageAccountDetails',
      // An account of one’s own stands by its id alone.
      all(
        field('systemCreatedStorageAccount').isPresent(),
        field('systemCreatedStorageAccount.allowBlobPublicAccess').is(true),
      ),
      {
        absentIsEmpty:
          'https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/registries: storageAccountDetails is optional',
      },
    ),
  ),
  why: 'One container that is set to public is enough for anybody to read the models and environments of the organisation.',
  fix: {
    console:
      'It is in no form of the studio: see the command, or create the registry anew and copy what is in it.',
    cli: 'az rest --method put --url <registry id>?api-version=2025-12-01 --body @registry.json   # with allowBlobPublicAccess: false',
    bicep:
      'properties: { regionDetails: [{ storageAccountDetails: [{ systemCreatedStorageAccount: { allowBlobPublicAccess: false } }] }] }',
  },
  source:
    'SystemCreatedStorageAccount.allowBlobPublicAccess, official example Registries/update, Microsoft.MachineLearningServices 2025-12-01',
  frameworks: { 'mitre-atlas': ['AML.T0036', 'AML.T0044'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [
      kept({ allowBlobPublicAccess: false }),
      { properties: { regionDetails: [{ storageAccountDetails: [{}] }, {}] } },
    ],
    fail: [kept({ allowBlobPublicAccess: true })],
    unknown: [{}, kept({}), kept({ allowBlobPublicAccess: 'no' })],
  },
});
