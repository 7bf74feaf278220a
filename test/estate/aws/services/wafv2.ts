import * as client from '@aws-sdk/client-wafv2';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const service: EstateService = {
  prefix: 'wafv2',
  signingName: 'wafv2',
  protocol: 'json',
  client,
  handlers: {
    ListWebACLs: lists('wafv2/acls', 'WebACLs', { token: ['NextMarker', 'NextMarker'] }),
    GetWebACL: gets('wafv2/acls', { Id: 'Id' }, { under: 'WebACL' }),
  },
  sample: {
    'wafv2/acls': ['one', 'two', 'three'].map((name) => ({
      Name: name,
      Id: name,
      ARN: `arn:aws:wafv2:eu-west-1:444455556666:regional/webacl/${name}/${name}`,
      DefaultAction: { Allow: {} },
      Rules: [
        {
          Name: 'common',
          Priority: 1,
          Statement: {
            ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' },
          },
          OverrideAction: name === 'one' ? { None: {} } : { Count: {} },
        },
      ],
    })),
  },
};
export default service;
