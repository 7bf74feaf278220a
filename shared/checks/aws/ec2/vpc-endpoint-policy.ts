import { vpc } from '#shared/assets/aws/ec2.ts';
import { check } from '#shared/model/check.ts';
import { isObject } from '#shared/model/json.ts';
import { field, judgedBy, some } from '#shared/model/predicate.ts';
import { quoting, reachesEverything, type Statement, statementsOf } from '../policies.ts';
import { isForEverybody, notRefused } from '../resource-policy.ts';

const allowsEverything = (statement: Statement): boolean =>
  isForEverybody(statement) &&
  reachesEverything(statement) &&
  statement.actions.some((action) => action === '*' || action.toLowerCase() === 'bedrock:*');

export default check(vpc, {
  title: 'Endpoints for Bedrock’s models say who may call which of them',
  severity: 'medium',
  applies: some('VpcEndpoints', field('ServiceName').matches(/\.bedrock-runtime$/)),
  fails: judgedBy({
    sentence: 'the policy of an endpoint for bedrock-runtime allows everybody everything',
    reads: ['VpcEndpoints'],
    judge: ({ config: { VpcEndpoints } }) => {
      const expected = 'no Allow of every action on every resource for everybody';
      const documents = (Array.isArray(VpcEndpoints) ? VpcEndpoints : []).flatMap((endpoint, index) => {
        const path = `VpcEndpoints[${index}].PolicyDocument`;
        return isObject(endpoint) && /\.bedrock-runtime$/.test(String(endpoint['ServiceName']))
          ? [{ path, statements: statementsOf(endpoint['PolicyDocument'], path) }]
          : [];
      });
      const open = documents.flatMap(({ statements = [] }) =>
        notRefused(statements.filter(allowsEverything), statements),
      );
      const unclear = documents.find(({ statements }) => statements === undefined);
      if (open.length === 0 && unclear)
        return { truth: undefined, evidence: [{ path: unclear.path, state: 'malformed', expected }] };
      const all = documents.flatMap(({ statements = [] }) => statements);
      return { truth: open.length > 0, evidence: quoting(open, { path: 'VpcEndpoints', expected, of: all }) };
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
    unknown: [
      { VpcId: 'vpc-0aa11bb2', VpcEndpoints: 'all' },
      {
        VpcId: 'vpc-0aa11bb2',
        VpcEndpoints: [{ ServiceName: 'com.amazonaws.eu-west-1.bedrock-runtime', PolicyDocument: 'no JSON' }],
      },
    ],
    notApplicable: [{ VpcId: 'vpc-0aa11bb2', VpcEndpoints: [] }],
  },
});
