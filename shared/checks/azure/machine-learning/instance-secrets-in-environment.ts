import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { SECRET_KINDS } from '#shared/assets/secret-kinds.ts';
import { check } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { field, some } from '#shared/model/predicate.ts';

const NONE = 'official example ComputeInstance 2025-12-01: listed only where there are custom services';

const instance = (environmentVariables: JsonObject) => ({
  properties: {
    computeType: 'ComputeInstance',
    properties: { customServices: [{ environmentVariables }] },
  },
});

export default check(mlCompute, {
  title: 'Custom applications on compute instances have no secrets in their environment',
  severity: 'high',
  applies: field('properties.computeType').is('ComputeInstance'),
  fails: some(
    'properties.properties.customServices',
    some('environmentVariables', field('$redacted').isOneOf(...SECRET_KINDS), { absentIsEmpty: NONE }),
    { absentIsEmpty: NONE },
  ),
  why: 'Everybody with Reader on the workspace can read the variables of an application, and so can all that runs beside it.',
  fix: {
    console:
      'Rotate the secret, keep it in Key Vault, let the application fetch it with the identity of the instance, and recreate the instance.',
    cli: 'az ml compute create --file instance.yml   # without the secret among custom_applications',
    bicep:
      "properties: { properties: { customServices: [{ environmentVariables: { KEY_VAULT_URL: { type: 'local', value: vault.properties.vaultUri } } }] } }",
  },
  source:
    'Official example ComputeInstance, Microsoft.MachineLearningServices 2025-12-01; values are dropped when they are read',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [instance({ MODE: { $redacted: 'text' } })],
    fail: [instance({ HF_TOKEN: { $redacted: 'hugging-face-token' } })],
    unknown: [{}, instance({ MODE: 'not redacted' })],
    notApplicable: [{ properties: { computeType: 'AmlCompute' } }],
  },
});
