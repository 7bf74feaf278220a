import { codeInterpreter } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(codeInterpreter, {
  title: 'AgentCore code interpreters are attached to a VPC',
  severity: 'high',
  fails: field('networkConfiguration.networkMode').isNot('VPC'),
  why: 'Code that a prompt made the agent write runs where you neither see nor filter what it sends.',
  fix: {
    console: 'Create the code interpreter anew with the network mode “VPC”, subnets and security groups.',
    cli: 'aws bedrock-agentcore-control create-code-interpreter --name … --network-configuration networkMode=VPC,vpcConfig={subnets=[subnet-…],securityGroups=[sg-…]}',
    cloudformation: {
      NetworkConfiguration: {
        NetworkMode: 'VPC',
        VpcConfig: { Subnets: ['subnet-…'], SecurityGroups: ['sg-…'] },
      },
    },
  },
  source: 'GetCodeInterpreter response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: {
    'aws-security-hub': ['BedrockAgentCore.7'],
    'mitre-atlas': ['AML.T0050'],
    'owasp-agentic-2026': ['ASI05'],
  },
  peers: {
    union: ['aws.agentcore.code-interpreter-public'],
    'aws-security-hub': ['BedrockAgentCore.7'],
    'aws-samples': ['AC-15'],
  },
  examples: {
    pass: [{ networkConfiguration: { networkMode: 'VPC' } }],
    fail: [
      { networkConfiguration: { networkMode: 'PUBLIC' } },
      { networkConfiguration: { networkMode: 'SANDBOX' } },
    ],
    unknown: [{}, { networkConfiguration: { networkMode: 'OTHER' } }],
  },
});
