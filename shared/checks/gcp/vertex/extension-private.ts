import { vertexExtension } from '#shared/assets/gcp/vertex-agents.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { posted, provisioned } from '../fixes.ts';

const command = posted(
  'extensions:import',
  {
    displayName: '…',
    privateServiceConnectConfig: {
      serviceDirectory: 'projects/PROJECT/locations/REGION/namespaces/NAMESPACE/services/SERVICE',
    },
  },
  'v1beta1',
);

export default check(vertexExtension, {
  title: 'Extensions reach their service over a private network',
  severity: 'low',
  fails: field('privateServiceConnectConfig.serviceDirectory').isEmpty(),
  why: 'The service has to stand open to the internet for the model to reach it, and what the model sends leaves your network.',
  fix: {
    console:
      'Register the service in Service Directory with private network access, and import the extension again with it.',
    cli: command,
    terraform: provisioned(command),
  },
  source:
    'google.cloud.aiplatform.v1beta1.ExtensionPrivateServiceConnectConfig.service_directory; “If specified, the service endpoints … should be registered with private network access”',
  frameworks: { 'mitre-atlas': ['AML.T0049', 'AML.T0086'], 'owasp-agentic-2026': ['ASI02'] },
  examples: {
    pass: [
      { privateServiceConnectConfig: { serviceDirectory: 'projects/p/locations/l/namespaces/n/services/s' } },
    ],
    fail: [{}, { privateServiceConnectConfig: {} }],
    unknown: [{ privateServiceConnectConfig: 'yes' }],
  },
});
