import { batchDeployment } from '#shared/assets/azure/machine-learning-endpoints.ts';
import { SECRET_KINDS } from '#shared/assets/secret-kinds.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';

export default check(batchDeployment, {
  title: 'Environment variables of batch deployments hold no secrets',
  severity: 'high',
  fails: some('properties.environmentVariables', field('$redacted').isOneOf(...SECRET_KINDS), {
    absentIsEmpty:
      'EndpointDeploymentPropertiesBase.environmentVariables of @azure/arm-machinelearning is optional',
  }),
  why: 'Everybody with Reader on the workspace can read the variables of a deployment, and so can every library that it loads.',
  fix: {
    console:
      'Rotate the secret, keep it in Key Vault, and let the scoring script fetch it with the identity of the compute.',
    cli: 'az ml batch-deployment update --name … --endpoint-name … --set environment_variables.<NAME>=…',
    bicep: 'properties: { environmentVariables: { KEY_VAULT_URL: vault.properties.vaultUri } }',
  },
  source:
    'EndpointDeploymentPropertiesBase.environmentVariables of @azure/arm-machinelearning; values are dropped when they are read',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [{ properties: { environmentVariables: { MODE: { $redacted: 'text' } } } }],
    fail: [{ properties: { environmentVariables: { HF_TOKEN: { $redacted: 'hugging-face-token' } } } }],
    unknown: [{}, { properties: { environmentVariables: { MODE: 'not redacted' } } }],
  },
});
