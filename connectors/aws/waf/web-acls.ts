import type { Rule } from '@aws-sdk/client-wafv2';
import { webAcls } from '#shared/assets/aws/watching.ts';
import type { Scope } from '#shared/model/scope.ts';
import { arnIn } from '../arn.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

const webAclsId = (scope: Scope): string => arnIn(scope, 'wafv2', 'regional/webacl/*');

/** Asked where there is an API with AI behind it: elsewhere nothing is missed. */
export default awsConnector<{ readonly WebACLs: readonly object[] }>(webAcls, {
  summarizes: true,
  isSetting: true,
  operations: { list: awsOperations('wafv2:ListWebACLs', 'wafv2:GetWebACL') },
  events: ['CreateWebACL', 'UpdateWebACL', 'DeleteWebACL'],
  async *list(services, { found }) {
    const apis = found?.('aws.apigateway.rest-api');
    if (apis && apis.assets.length === 0) return;
    yield await readAll(services);
  },
  identify: (_summary, { scope }) => ({ id: webAclsId(scope), name: `WAF in ${scope.region}` }),
  find: (services) => readAll(services),
  affected: (_event, { scope }) => webAclsId(scope),
});

async function readAll({ waf }: AwsServices) {
  const WebACLs: object[] = [];
  for await (const { Name, Id, ARN } of waf.list(
    'ListWebACLs',
    { Scope: 'REGIONAL', Limit: 100 },
    'WebACLs',
  )) {
    const { WebACL } = await waf('GetWebACL', { Name, Id, Scope: 'REGIONAL' });
    WebACLs.push({ Name, ARN, Rules: (WebACL?.Rules ?? []).map(kept) });
  }
  return { WebACLs };
}

/** Which managed rules are on; what own rules look for is the owner’s. */
const kept = ({ Name, Statement, OverrideAction }: Rule) => ({
  Name,
  Statement: {
    ManagedRuleGroupStatement: Statement?.ManagedRuleGroupStatement && {
      VendorName: Statement.ManagedRuleGroupStatement.VendorName,
      Name: Statement.ManagedRuleGroupStatement.Name,
    },
  },
  OverrideAction,
});
