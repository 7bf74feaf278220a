import { gateway } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { letsOutsidersIn } from '../resource-policy.ts';

export default check(gateway, {
  title: 'Resource policies of AgentCore gateways let no outsiders in',
  severity: 'high',
  applies: field('authorizerType').isNot('CUSTOM_JWT'),
  fails: letsOutsidersIn('Policy', {
    strangers: true,
    none: 'without a resource policy only IAM of the account decides',
  }),
  why: 'Everybody with an AWS account, or an account that nobody has named as trusted, can call the gateway and all the tools behind it.',
  fix: {
    console:
      'There is no editor in the console: name the accounts or roles that may call as principals, and leave out “*”.',
    cli: 'aws bedrock-agentcore-control put-resource-policy --resource-arn … --policy file://policy.json',
    cloudformation: {
      Policy: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::…:role/…' },
            Action: 'bedrock-agentcore:InvokeGateway',
            Resource: '*',
          },
        ],
      },
    },
  },
  source: 'GetResourcePolicy response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0040'], 'owasp-agentic-2026': ['ASI03'] },
  peers: { union: ['aws.agentcore.no-resource-policy'], 'aws-samples': ['AC-10'] },
  examples: {
    pass: [
      {
        $config: {
          authorizerType: 'AWS_IAM',
          Policy: {
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::999988887777:role/app' },
                Action: 'bedrock-agentcore:InvokeGateway',
                Resource: '*',
              },
            ],
          },
        },
        $governance: { trustedAccounts: ['999988887777'] },
      },
      { authorizerType: 'AWS_IAM' },
    ],
    fail: [
      {
        authorizerType: 'AWS_IAM',
        Policy: {
          Statement: [
            { Effect: 'Allow', Principal: '*', Action: 'bedrock-agentcore:InvokeGateway', Resource: '*' },
          ],
        },
      },
      {
        authorizerType: 'AWS_IAM',
        Policy: {
          Statement: {
            Effect: 'Allow',
            Principal: { AWS: '999988887777' },
            Action: 'bedrock-agentcore:*',
            Resource: '*',
          },
        },
      },
    ],
    unknown: [{ authorizerType: 'AWS_IAM', Policy: 'not a policy' }],
    notApplicable: [{ authorizerType: 'CUSTOM_JWT' }],
  },
});
