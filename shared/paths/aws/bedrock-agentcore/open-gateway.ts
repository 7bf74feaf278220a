import { gateway } from '#shared/assets/aws/bedrock-agentcore.ts';
import { field } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

export default technique(gateway, {
  title: 'Nobody uses a gateway without saying who they are',
  gains: 'the tools behind the gateway, with the credentials that it holds',
  by: 'outside',
  applies: field('authorizerType').is('NONE'),
  holds: 'use',
  severity: 'critical',
  basis: 'vendor',
  reference: ['AWS-EX-15'],
  why: 'The address is on the internet, and whoever finds it may list the tools and call them.',
  fix: {
    console: 'Create the gateway anew with inbound authorisation by IAM or JSON web tokens.',
    cli: 'aws bedrock-agentcore-control update-gateway --gateway-identifier … --authorizer-type AWS_IAM …',
    cloudformation: { AuthorizerType: 'AWS_IAM' },
  },
  source: 'GetGatewayResponse.authorizerType, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0049'], 'owasp-agentic-2026': ['ASI02', 'ASI03'] },
});
