import { organization } from '#shared/assets/aws/organizations.ts';
import { check } from '#shared/model/check.ts';
import { isObject } from '#shared/model/json.ts';
import { any, field, none, some } from '#shared/model/predicate.ts';
import { lacksPolicy, within } from './policies.ts';

const ENABLED = [{ PolicyTypes: [{ Type: 'BEDROCK_POLICY', Status: 'ENABLED' }] }];
const ENFORCING = {
  bedrock: {
    guardrail_inference: {
      'eu-west-1': {
        config_1: { identifier: { '@@assign': 'arn:aws:bedrock:eu-west-1:111122223333:guardrail/gr1:1' } },
      },
    },
  },
};
const ROOT = [{ TargetId: 'r-ab12', Type: 'ROOT' }];

export default check(organization, {
  title: 'The organization enforces a Bedrock guardrail on its accounts',
  severity: 'medium',
  fails: any(
    none(
      'Roots',
      some('PolicyTypes', field('Type').is('BEDROCK_POLICY'), {
        absentIsEmpty: 'ListRoots: a root lists the policy types that are enabled in it',
      }),
    ),
    lacksPolicy({
      type: 'BEDROCK_POLICY',
      sentence: 'no attached Bedrock policy names a guardrail',
      expected: 'a Bedrock policy with a guardrail, attached to the root, a unit or an account',
      does: (content) => {
        const regions = within(content, 'bedrock', 'guardrail_inference');
        return isObject(regions) && Object.keys(regions).some((region) => !region.startsWith('@@'));
      },
    }),
  ),
  why: 'Without one, each account decides for itself whether its callers pass a guardrail: a new account starts with none.',
  fix: {
    console:
      'In AWS Organizations, under “Policies”, enable “Bedrock policies”, create one that names a version of a guardrail of the management account, and attach it.',
    cli: 'aws organizations enable-policy-type --root-id r-… --policy-type BEDROCK_POLICY; aws organizations create-policy --type BEDROCK_POLICY --name … --description … --content file://policy.json; aws organizations attach-policy --policy-id … --target-id r-…',
    cloudformation: {
      Type: 'AWS::Organizations::Policy',
      Properties: { Type: 'BEDROCK_POLICY', Content: ENFORCING, TargetIds: ['r-…'] },
    },
  },
  source:
    'ListRoots, ListPolicies, DescribePolicy and ListTargetsForPolicy responses, @aws-sdk/client-organizations; AWS Organizations User Guide, “Amazon Bedrock policy syntax”',
  frameworks: { 'mitre-atlas': ['AML.T0051'], 'owasp-llm-2026': ['LLM01:2026'] },
  peers: { union: ['aws.organizations.bedrock-policy-missing'], 'aws-samples': ['BR-15'] },
  examples: {
    pass: [{ Roots: ENABLED, policies: [{ Type: 'BEDROCK_POLICY', Content: ENFORCING, Targets: ROOT }] }],
    fail: [
      { Roots: [{ PolicyTypes: [] }], policies: [] },
      {
        Roots: [{ PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] }],
        policies: [{ Type: 'BEDROCK_POLICY', Content: ENFORCING, Targets: ROOT }],
      },
      { Roots: ENABLED, policies: [{ Type: 'BEDROCK_POLICY', Content: ENFORCING, Targets: [] }] },
      { Roots: ENABLED, policies: [{ Type: 'BEDROCK_POLICY', Content: { bedrock: {} }, Targets: ROOT }] },
    ],
    unknown: [
      { Roots: ENABLED },
      {
        Roots: {
          $unread: {
            operation: 'organizations:ListRoots',
            outcome: 'denied',
            permission: 'organizations:ListRoots',
          },
        },
        policies: [{ Type: 'BEDROCK_POLICY', Content: ENFORCING, Targets: ROOT }],
      },
    ],
  },
});
