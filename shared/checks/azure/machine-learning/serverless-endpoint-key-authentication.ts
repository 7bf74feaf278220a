import { serverlessEndpoint } from '#shared/assets/azure/machine-learning-endpoints.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(serverlessEndpoint, {
  title: 'Serverless endpoints take no keys',
  severity: 'medium',
  fails: field('properties.authMode').isOneOf('Key', 'KeyAndAAD'),
  why: 'A key names nobody and does not expire: whoever copies one uses the model at your cost until you rotate it.',
  fix: {
    console: 'Recreate the endpoint with Microsoft Entra ID as the only way to authenticate.',
    cli: 'az ml serverless-endpoint create --file endpoint.yml   # with auth_mode: aad',
    bicep: "properties: { authMode: 'AAD' }",
  },
  source:
    'ServerlessEndpointProperties.authMode, https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces/serverlessendpoints',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0040', 'AML.T0034'] },
  peers: {
    union: ['azure.ml.serverless-endpoint-key-auth'],
    cnspec: ['ml-serverless-endpoint-key-auth-disabled'],
  },
  examples: {
    pass: [{ properties: { authMode: 'AAD' } }],
    fail: [{ properties: { authMode: 'Key' } }, { properties: { authMode: 'KeyAndAAD' } }],
    unknown: [{}, { properties: {} }, { properties: { authMode: 'UnheardOf' } }],
  },
});
