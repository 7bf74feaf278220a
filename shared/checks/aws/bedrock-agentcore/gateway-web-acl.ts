import { gateway } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(gateway, {
  title: 'AgentCore gateways have a web ACL',
  severity: 'low',
  fails: field('webAclArn').isEmpty(),
  why: 'Floods and known bad addresses reach the gateway, and each call costs money and may reach a tool.',
  fix: {
    console: 'Open WAF, choose a regional web ACL, and associate the gateway with it.',
    cli: 'aws wafv2 associate-web-acl --web-acl-arn … --resource-arn …',
    cloudformation: { WebACLArn: 'arn:aws:wafv2:…', ResourceArn: 'arn:aws:bedrock-agentcore:…:gateway/…' },
  },
  source: 'GetGateway response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0029', 'AML.T0034'] },
  peers: {
    union: ['aws.agentcore.gateway-no-waf'],
    prowler: ['bedrockagentcore_gateway_waf_acl_attached'],
    'aws-samples': ['AG-27'],
  },
  examples: {
    pass: [{ webAclArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/tools/5f0e' }],
    fail: [{}],
    unknown: [{ webAclArn: 2 }],
  },
});
