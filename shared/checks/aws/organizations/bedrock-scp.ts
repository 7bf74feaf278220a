import { organization } from '#shared/assets/aws/organizations.ts';
import { check } from '#shared/model/check.ts';
import { covers, type Statement, statementsOf } from '../policies.ts';
import { lacksPolicy } from './policies.ts';

const denying = (more: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', ...more }],
});
const ALLOW_LIST = denying({
  Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
  NotResource: ['arn:aws:bedrock:*::foundation-model/amazon.*'],
});
const ROOT = [{ TargetId: 'r-ab12', Type: 'ROOT' }];

/** A statement about everything, such as one on regions, says nothing of models. */
const deniesInvoking = ({ effect, actions }: Statement): boolean =>
  effect === 'Deny' &&
  actions.some((action) => /^bedrock:/i.test(action) && covers(action, 'bedrock:InvokeModel'));

export default check(organization, {
  title: 'A service control policy says which Bedrock models accounts may not call',
  severity: 'medium',
  fails: lacksPolicy({
    type: 'SERVICE_CONTROL_POLICY',
    sentence: 'no attached service control policy denies calls of Bedrock models',
    expected: 'an attached service control policy that denies bedrock:InvokeModel for some models or callers',
    does: (content) => (statementsOf(content, 'Content') ?? []).some(deniesInvoking),
  }),
  why: 'What an administrator of one account allows is then the only limit: any model of any publisher can be called with data that must not go there.',
  fix: {
    console:
      'In AWS Organizations, under “Policies”, “Service control policies”, create one that denies bedrock:InvokeModel for all but the models that you approved, and attach it.',
    cli: 'aws organizations create-policy --type SERVICE_CONTROL_POLICY --name … --description … --content file://policy.json; aws organizations attach-policy --policy-id … --target-id r-…',
    cloudformation: {
      Type: 'AWS::Organizations::Policy',
      Properties: { Type: 'SERVICE_CONTROL_POLICY', Content: ALLOW_LIST, TargetIds: ['r-…'] },
    },
  },
  source: 'ListPolicies, DescribePolicy and ListTargetsForPolicy responses, @aws-sdk/client-organizations',
  frameworks: { 'mitre-atlas': ['AML.T0040'], 'iso-42001': ['A.10.3'] },
  peers: { union: ['aws.organizations.no-bedrock-scp'], 'aws-samples': ['FS-12'] },
  examples: {
    pass: [
      { policies: [{ Type: 'SERVICE_CONTROL_POLICY', Content: ALLOW_LIST, Targets: ROOT }] },
      {
        policies: [
          {
            Type: 'SERVICE_CONTROL_POLICY',
            Content: denying({ Action: 'bedrock:*', Resource: '*' }),
            Targets: [{ TargetId: 'ou-ab12-11111111', Type: 'ORGANIZATIONAL_UNIT' }],
          },
        ],
      },
    ],
    fail: [
      { policies: [] },
      { policies: [{ Type: 'SERVICE_CONTROL_POLICY', Content: ALLOW_LIST, Targets: [] }] },
      {
        policies: [
          {
            Type: 'SERVICE_CONTROL_POLICY',
            Content: denying({ Action: 'bedrock:DeleteModelInvocationLoggingConfiguration', Resource: '*' }),
            Targets: ROOT,
          },
        ],
      },
    ],
    unknown: [{}, { policies: [{ Type: 'SERVICE_CONTROL_POLICY', Content: 'no JSON', Targets: ROOT }] }],
  },
});
