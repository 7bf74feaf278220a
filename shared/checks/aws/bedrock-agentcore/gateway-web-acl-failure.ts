import { gateway } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(gateway, {
  title: 'AgentCore gateways block calls that the web ACL cannot look at',
  severity: 'low',
  applies: field('webAclArn').isPresent(),
  fails: field('wafConfiguration.failureMode').is('FAIL_OPEN'),
  why: 'Whoever makes the web ACL time out is let in unseen.',
  fix: {
    console: 'There is no switch in the console: update the gateway so that it fails closed.',
    cli: 'aws bedrock-agentcore-control update-gateway --gateway-identifier … --waf-configuration failureMode=FAIL_CLOSE …',
    cloudformation: { WafConfiguration: { FailureMode: 'FAIL_CLOSE' } },
  },
  source: 'GetGateway response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: {
    pass: [
      {
        webAclArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/tools/5f0e',
        wafConfiguration: { failureMode: 'FAIL_CLOSE' },
      },
    ],
    fail: [
      {
        webAclArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/tools/5f0e',
        wafConfiguration: { failureMode: 'FAIL_OPEN' },
      },
    ],
    unknown: [{ webAclArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/tools/5f0e' }],
    notApplicable: [{}],
  },
});
