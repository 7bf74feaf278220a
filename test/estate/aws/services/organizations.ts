import * as client from '@aws-sdk/client-organizations';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { type Call, type Handler, listed, one } from '../handler.ts';
import { AwsError } from '../reply.ts';
import type { EstateService } from '../services.ts';

const ARN = 'arn:aws:organizations::444455556666';

/** Organizations answers from one region for all of an account: the collection may stand in any of them. */
const held = ({ state, account }: Call, collection: string): JsonObject[] =>
  [...state.account(account).regions.values()].flatMap(({ resources }) => resources(collection));

const lists =
  (collection: string, key: string, where: (element: JsonObject, input: JsonObject) => boolean): Handler =>
  (call) =>
    listed(
      key,
      held(call, collection).filter((element) => where(element, call.input)),
    );

const policyOf = (call: Call): JsonObject =>
  one(
    held(call, 'organizations/policies'),
    ({ Id }) => Id === call.input['PolicyId'],
    new AwsError('PolicyNotFoundException', 'There is no such policy.'),
  );

const policy = (
  Type: string,
  Id: string,
  content: JsonObject,
  targets: readonly string[],
  more: JsonObject = {},
): JsonObject => ({
  Id,
  Arn: `${ARN}:policy/o-estate0001/${Type.toLowerCase()}/${Id}`,
  Name: Id,
  Type,
  AwsManaged: false,
  Content: JSON.stringify(content),
  Targets: targets.map((TargetId) => ({
    TargetId,
    Name: TargetId,
    Type: TargetId.startsWith('r-') ? 'ROOT' : 'ORGANIZATIONAL_UNIT',
  })),
  ...more,
});

const denying = (Action: string): JsonObject => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action, Resource: '*' }],
});

export default {
  prefix: 'organizations',
  signingName: 'organizations',
  protocol: 'json',
  client,
  handlers: {
    DescribeOrganization: (call) => ({
      Organization: one(
        held(call, 'organizations/organization'),
        () => true,
        new AwsError('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.'),
      ),
    }),
    ListRoots: lists('organizations/roots', 'Roots', () => true),
    ListPolicies: lists('organizations/policies', 'Policies', ({ Type }, { Filter }) => Type === Filter),
    DescribePolicy: (call) => {
      const { Content, Targets, ...PolicySummary } = policyOf(call);
      return { Policy: { PolicySummary, Content: Content ?? '' } };
    },
    ListTargetsForPolicy: (call) => {
      const { Targets } = policyOf(call);
      return listed('Targets', Array.isArray(Targets) ? Targets.filter(isObject) : []);
    },
  },
  sample: {
    'organizations/organization': [
      {
        Id: 'o-estate0001',
        Arn: `${ARN}:organization/o-estate0001`,
        FeatureSet: 'ALL',
        MasterAccountId: '444455556666',
        MasterAccountArn: `${ARN}:account/o-estate0001/444455556666`,
        MasterAccountEmail: 'swordfish@example.com',
      },
    ],
    'organizations/roots': [
      {
        Id: 'r-ab12',
        Arn: `${ARN}:root/o-estate0001/r-ab12`,
        Name: 'Root',
        PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
      },
    ],
    'organizations/policies': [
      policy(
        'AISERVICES_OPT_OUT_POLICY',
        'p-optout0001',
        { services: { default: { opt_out_policy: { '@@assign': 'optOut' } } } },
        ['r-ab12', 'ou-ab12-11111111', 'ou-ab12-22222222'],
      ),
      policy('BEDROCK_POLICY', 'p-bedrock001', { bedrock: { guardrail_inference: {} } }, []),
      policy('SERVICE_CONTROL_POLICY', 'p-FullAWSAccess', {}, ['r-ab12'], { AwsManaged: true }),
      policy('SERVICE_CONTROL_POLICY', 'p-models0001', denying('bedrock:InvokeModel'), ['ou-ab12-11111111']),
      policy('SERVICE_CONTROL_POLICY', 'p-buckets001', denying('s3:DeleteBucket'), ['r-ab12']),
    ],
  },
} satisfies EstateService;
