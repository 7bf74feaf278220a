import { workloadIdentity } from '#shared/assets/aws/bedrock-agentcore-identity.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { NO_RETURN_URLS } from './sources.ts';

export default check(workloadIdentity, {
  title: 'AgentCore workload identities return users only to known addresses over TLS',
  severity: 'medium',
  fails: some(
    'allowedResourceOauth2ReturnUrls',
    field('').matches(/^http:\/\/(?!(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$))|\*/i),
    { absentIsEmpty: NO_RETURN_URLS },
  ),
  why: 'After a user has agreed, the browser brings what it got to an address that anybody on the way, or anybody who fits the wildcard, can read.',
  fix: {
    console: 'There is no editor in the console: update the workload identity with full https addresses.',
    cli: 'aws bedrock-agentcore-control update-workload-identity --name … --allowed-resource-oauth2-return-urls https://…',
    cloudformation: { AllowedResourceOauth2ReturnUrls: ['https://app.example.com/callback'] },
  },
  source: 'GetWorkloadIdentity response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0091.000'], 'owasp-agentic-2026': ['ASI03'] },
  peers: { union: ['aws.agentcore.workload-identity-return-url'] },
  examples: {
    pass: [
      { allowedResourceOauth2ReturnUrls: ['https://app.example.com/callback'] },
      { allowedResourceOauth2ReturnUrls: ['http://localhost:8081/callback'] },
    ],
    fail: [
      { allowedResourceOauth2ReturnUrls: ['http://app.example.com/callback'] },
      { allowedResourceOauth2ReturnUrls: ['https://*.example.com/callback'] },
      { allowedResourceOauth2ReturnUrls: ['http://localhost.example.net/'] },
    ],
    unknown: [{ allowedResourceOauth2ReturnUrls: 'none' }],
  },
});
