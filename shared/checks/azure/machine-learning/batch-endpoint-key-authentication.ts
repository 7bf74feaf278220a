import { batchEndpoint } from '#shared/assets/azure/machine-learning-endpoints.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(batchEndpoint, {
  title: 'Batch endpoints take no keys',
  severity: 'medium',
  fails: field('properties.authMode').is('Key'),
  why: 'A key names nobody and does not expire: whoever copies one starts jobs on your computes until you rotate it.',
  fix: {
    console: 'Recreate the endpoint: batch endpoints of today take tokens of Microsoft Entra ID alone.',
    cli: 'az ml batch-endpoint create --file endpoint.yml   # with auth_mode: aad_token',
    bicep: "properties: { authMode: 'AADToken' }",
  },
  source: 'EndpointPropertiesBase.authMode of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0040'] },
  examples: {
    pass: [{ properties: { authMode: 'AADToken' } }, { properties: { authMode: 'AMLToken' } }],
    fail: [{ properties: { authMode: 'Key' } }],
    unknown: [{}, { properties: {} }, { properties: { authMode: 'UnheardOf' } }],
  },
});
