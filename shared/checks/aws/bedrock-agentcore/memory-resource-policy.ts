import { memory } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { letsOutsidersIn } from '../resource-policy.ts';

export default check(memory, {
  title: 'Resource policies of AgentCore memories let no outsiders in',
  severity: 'high',
  fails: letsOutsidersIn('Policy', {
    strangers: true,
    none: 'without a resource policy only IAM of the account decides',
  }),
  why: 'Everybody with an AWS account, or an account that nobody has named as trusted, can read what users told the agent, or plant what it will remember.',
  fix: {
    console:
      'There is no editor in the console: name the accounts or roles that may use the memory as principals, and leave out “*”.',
    cli: 'aws bedrock-agentcore-control put-resource-policy --resource-arn … --policy file://policy.json',
    cloudformation: {
      ResourcePolicy: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::…:role/…' },
            Action: 'bedrock-agentcore:ListEvents',
            Resource: '*',
          },
        ],
      },
    },
  },
  source: 'GetResourcePolicy response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0080.000', 'AML.T0085'], 'owasp-agentic-2026': ['ASI03', 'ASI06'] },
  examples: {
    pass: [
      {
        $config: {
          Policy: {
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::999988887777:role/app' },
                Action: 'bedrock-agentcore:ListEvents',
                Resource: '*',
              },
            ],
          },
        },
        $governance: { trustedAccounts: ['999988887777'] },
      },
      {},
    ],
    fail: [
      {
        Policy: {
          Statement: [
            { Effect: 'Allow', Principal: '*', Action: 'bedrock-agentcore:CreateEvent', Resource: '*' },
          ],
        },
      },
      {
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
    unknown: [{ Policy: 'not a policy' }],
  },
});
