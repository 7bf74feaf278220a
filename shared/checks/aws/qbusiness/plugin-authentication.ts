import { plugin } from '#shared/assets/aws/qbusiness.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(plugin, {
  title: 'Q Business plugins authenticate to the services that they call',
  severity: 'high',
  applies: field('state').is('ENABLED'),
  fails: field('authConfiguration.noAuthConfiguration').isPresent(),
  why: 'The API behind the plugin takes orders from anybody: whoever finds its address does what the assistant may do, and a prompt injection acts without a user’s permission.',
  fix: {
    console: 'Edit the plugin and choose OAuth 2.0 or basic authentication with a secret.',
    cli: 'aws qbusiness update-plugin --application-id … --plugin-id … --auth-configuration oAuth2ClientCredentialConfiguration={secretArn=…,roleArn=…}',
    cloudformation: {
      AuthConfiguration: { OAuth2ClientCredentialConfiguration: { SecretArn: '…', RoleArn: '…' } },
    },
  },
  source: 'GetPlugin response, @aws-sdk/client-qbusiness',
  frameworks: { 'owasp-agentic-2026': ['ASI03'], 'mitre-atlas': ['AML.T0053'] },
  peers: { union: ['aws.qbusiness.plugin-no-auth'] },
  examples: {
    pass: [
      {
        state: 'ENABLED',
        authConfiguration: {
          basicAuthConfiguration: {
            secretArn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders',
          },
        },
      },
    ],
    fail: [{ state: 'ENABLED', authConfiguration: { noAuthConfiguration: {} } }],
    unknown: [{ state: 'ON', authConfiguration: { noAuthConfiguration: {} } }],
    notApplicable: [{ state: 'DISABLED', authConfiguration: { noAuthConfiguration: {} } }],
  },
});
