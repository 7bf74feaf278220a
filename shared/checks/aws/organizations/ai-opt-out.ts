import { organization } from '#shared/assets/aws/organizations.ts';
import { check } from '#shared/model/check.ts';
import { lacksPolicy, within } from './policies.ts';

const OPTED_OUT = { services: { default: { opt_out_policy: { '@@assign': 'optOut' } } } };
const ROOT = [{ TargetId: 'r-ab12', Type: 'ROOT' }];

/** The values tell upper from lower case: `optout` opts nobody out. */
export default check(organization, {
  title: 'The organization keeps its content out of the training of AWS’s AI services',
  severity: 'low',
  fails: lacksPolicy({
    type: 'AISERVICES_OPT_OUT_POLICY',
    to: 'ROOT',
    sentence: 'no policy on the root of the organization opts out of all AI services',
    expected: 'a policy on the root with services.default.opt_out_policy of optOut',
    does: (content) => within(content, 'services', 'default', 'opt_out_policy', '@@assign') === 'optOut',
  }),
  why: 'Services such as Transcribe, Rekognition and Lex may keep what they were sent, in other regions too, to improve their models: recordings and texts of your customers.',
  fix: {
    console:
      'In AWS Organizations, under “Policies”, enable “AI services opt-out policies” and choose “Opt out from all services”.',
    cli: 'aws organizations create-policy --type AISERVICES_OPT_OUT_POLICY --name opt-out --description … --content \'{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}\'; aws organizations attach-policy --policy-id … --target-id r-…',
    cloudformation: {
      Type: 'AWS::Organizations::Policy',
      Properties: { Type: 'AISERVICES_OPT_OUT_POLICY', Content: OPTED_OUT, TargetIds: ['r-…'] },
    },
  },
  source:
    'ListPolicies, DescribePolicy and ListTargetsForPolicy responses, @aws-sdk/client-organizations; AWS Organizations User Guide, “AI services opt-out policy syntax”',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'], 'iso-42001': ['A.10.3'] },
  peers: { union: ['aws.organizations.ai-opt-out'], prowler: ['organizations_opt_out_ai_services_policy'] },
  examples: {
    pass: [{ policies: [{ Type: 'AISERVICES_OPT_OUT_POLICY', Content: OPTED_OUT, Targets: ROOT }] }],
    fail: [
      { policies: [] },
      { policies: [{ Type: 'AISERVICES_OPT_OUT_POLICY', Content: OPTED_OUT, Targets: [] }] },
      {
        policies: [
          {
            Type: 'AISERVICES_OPT_OUT_POLICY',
            Content: OPTED_OUT,
            Targets: [{ TargetId: 'ou-ab12-11111111', Type: 'ORGANIZATIONAL_UNIT' }],
          },
        ],
      },
      {
        policies: [
          {
            Type: 'AISERVICES_OPT_OUT_POLICY',
            Content: { services: { default: { opt_out_policy: { '@@assign': 'optIn' } } } },
            Targets: ROOT,
          },
        ],
      },
    ],
    unknown: [{}, { policies: [{ Type: 'AISERVICES_OPT_OUT_POLICY', Content: 'no JSON', Targets: ROOT }] }],
  },
});
