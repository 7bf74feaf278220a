import { webAcls } from '#shared/assets/aws/watching.ts';
import { check } from '#shared/model/check.ts';
import { all, field, none, type Predicate, some } from '#shared/model/predicate.ts';

/** A managed rule group that is there and not overridden to count only. */
const blocks = (name: string): Predicate =>
  some(
    'Rules',
    all(
      field('Statement.ManagedRuleGroupStatement.Name')
        .absentIs('', 'Statement: only one that refers to a managed rule group has it')
        .matches(new RegExp(name)),
      field('OverrideAction.Count').isAbsent(),
    ),
    { absentIsEmpty: 'WebACL: a web ACL may have no rules' },
  );

export default check(webAcls, {
  title: 'A web ACL with the common and an injection rule set stands ready for AI APIs',
  severity: 'medium',

  fails: none('WebACLs', all(blocks('CommonRuleSet'), blocks('KnownBadInputsRuleSet|SQLiRuleSet'))),
  why: 'Floods of requests and known attacks reach the API in front of the model, and each of them is paid for.',
  fix: {
    console:
      'In WAF, create a web ACL with the AWS managed common and known-bad-inputs rule groups, and associate it with the API.',
    cli: 'aws wafv2 create-web-acl --scope REGIONAL --name … --rules file://rules.json …; aws wafv2 associate-web-acl --web-acl-arn … --resource-arn …',
    cloudformation: {
      Scope: 'REGIONAL',
      Rules: [
        {
          Statement: {
            ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' },
          },
        },
      ],
    },
  },
  source: 'ListWebACLs and GetWebACL responses, @aws-sdk/client-wafv2',
  frameworks: { 'mitre-atlas': ['AML.T0029', 'AML.T0049'], 'owasp-llm-2026': ['LLM10:2026'] },
  peers: {
    union: ['aws.waf.no-web-acl-for-ai-api'],
    prowler: ['wafv2_*'],
    'aws-samples': ['FS-01', 'FS-53', 'FS-56'],
  },
  examples: {
    pass: [
      {
        WebACLs: [
          {
            Name: 'apis',
            Rules: [
              { Statement: { ManagedRuleGroupStatement: { Name: 'AWSManagedRulesCommonRuleSet' } } },
              { Statement: { ManagedRuleGroupStatement: { Name: 'AWSManagedRulesKnownBadInputsRuleSet' } } },
            ],
          },
        ],
      },
    ],
    fail: [
      { WebACLs: [] },
      {
        WebACLs: [
          {
            Name: 'counting',
            Rules: [
              {
                Statement: { ManagedRuleGroupStatement: { Name: 'AWSManagedRulesCommonRuleSet' } },
                OverrideAction: { Count: {} },
              },
              { Statement: { ManagedRuleGroupStatement: { Name: 'AWSManagedRulesSQLiRuleSet' } } },
            ],
          },
        ],
      },
    ],
    unknown: [{}],
  },
});
