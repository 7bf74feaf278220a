import { vpc } from '#shared/assets/aws/ec2.ts';
import { check } from '#shared/model/check.ts';
import { isObject } from '#shared/model/json.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import { quoting, reachesEverything, statementsOf } from '../policies.ts';
import { isForEverybody } from '../resource-policy.ts';

export default check(vpc, {
  title: 'Endpoints for Bedrock’s models say who may call which of them',
  severity: 'medium',
  fails: judgedBy({
    sentence: 'the policy of an endpoint for bedrock-runtime allows everybody everything',
    reads: ['VpcEndpoints'],
    judge: ({ config: { VpcEndpoints } }) => {
      const expected = 'no Allow of every action on every resource for everybody';
      const statements = (Array.isArray(VpcEndpoints) ? VpcEndpoints : []).flatMap((endpoint, index) =>
        isObject(endpoint) && /\.bedrock-runtime$/.test(String(endpoint['ServiceName']))
          ? (statementsOf(endpoint['PolicyDocument'], `VpcEndpoints[${index}].PolicyDocument`) ?? [])
          : [],
      );
      const open = statements.filter(
        (statement) =>
          isForEverybody(statement) &&
          reachesEverything(statement) &&
          statement.actions.some((action) => action === '*' || action.toLowerCase() === 'bedrock:*'),
      );
      return {
        truth: open.length > 0,
        evidence: quoting(open, { path: 'VpcEndpoints', expected, of: statements }),
      };
    },
  }),
  why: 'Whoever gets into the VPC can send its data through the endpoint to models of an account of their own.',
  fix: {
    console:
      'In VPC, open the endpoint’s “Policy” and name the models, and the accounts whose callers may use them.',
    cli: 'aws ec2 modify-vpc-endpoint --vpc-endpoint-id … --policy-document file://policy.json',
    cloudformation: {
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: '*',
            Action: 'bedrock:InvokeModel',
            Resource: 'arn:aws:bedrock:…::foundation-model/…',
            Condition: { StringEquals: { 'aws:PrincipalAccount': '…' } },
          },
        ],
      },
    },
  },
  source: 'DescribeVpcEndpoints response, @aws-sdk/client-ec2',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  examples: {
    pass: [
      { VpcId: 'vpc-0aa11bb2', VpcEndpoints: [] },
      {
        VpcId: 'vpc-0aa11bb2',
        VpcEndpoints: [
          {
            ServiceName: 'com.amazonaws.eu-west-1.bedrock-runtime',
            PolicyDocument: {
              Statement: [
                {
                  Effect: 'Allow',
                  Principal: '*',
                  Action: '*',
                  Resource: '*',
                  Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
                },
              ],
            },
          },
        ],
      },
    ],
    fail: [
      {
        VpcId: 'vpc-0aa11bb2',
        VpcEndpoints: [
          {
            ServiceName: 'com.amazonaws.eu-west-1.bedrock-runtime',
            PolicyDocument: {
              Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
            },
          },
        ],
      },
    ],
    unknown: [{ VpcId: 'vpc-0aa11bb2', VpcEndpoints: 'all' }],
  },
});
