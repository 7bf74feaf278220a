import { onlineEndpoint } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(onlineEndpoint, {
  title: 'Online endpoints are called with tokens, not keys',
  severity: 'medium',
  fails: field('properties.authMode').is('Key'),
  why: 'A key never expires and names nobody: whoever copies one calls the model until you rotate it.',
  fix: {
    console: 'Recreate the endpoint with “Microsoft Entra token” authentication.',
    cli: 'az ml online-endpoint update --name … --set auth_mode=aad_token',
    bicep: "properties: { authMode: 'AADToken' }",
  },
  source: 'EndpointPropertiesBase.authMode of @azure/arm-machinelearning: “Key does not expire”',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0040'] },
  peers: { union: ['azure.ml.online-endpoint-key-auth'], cnspec: ['online-endpoint key auth disabled'] },
  examples: {
    pass: [{ properties: { authMode: 'AADToken' } }, { properties: { authMode: 'AMLToken' } }],
    fail: [{ properties: { authMode: 'Key' } }],
    unknown: [{ properties: {} }, { properties: { authMode: 'UnheardOf' } }],
  },
});
