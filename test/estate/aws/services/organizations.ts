import * as client from '@aws-sdk/client-organizations';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { type Call, type Handler, listed, one } from '../handler.ts';
import { organizations as ofEstate } from '../identity.ts';
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
    Type: typeOf(TargetId),
  })),
  ...more,
});

function typeOf(target: string): string {
  if (target.startsWith('r-')) return 'ROOT';
  return target.startsWith('ou-') ? 'ORGANIZATIONAL_UNIT' : 'ACCOUNT';
}

const account = (Id: string, Paths: readonly string[] | undefined): JsonObject => ({
  Id,
  Arn: `${ARN}:account/o-estate0001/${Id}`,
  Name: Id,
  Email: 'swordfish@example.com',
  State: 'ACTIVE',
  ...(Paths ? { Paths: [...Paths] } : {}),
});

const ALLOWING: JsonObject = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

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
    // Of the home account the organization is all that the estate describes.
    ListAccounts: (call) => {
      const own = held(call, 'organizations/accounts');
      return own.length > 0 ? listed('Accounts', own) : ofEstate.ListAccounts(call);
    },
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
    'organizations/accounts': [
      account('444455556666', ['o-estate0001/r-ab12/444455556666/']),
      account('111122223333', ['o-estate0001/r-ab12/ou-ab12-11111111/111122223333/']),
      account('777788889999', undefined),
    ],
    'organizations/policies': [
      policy(
        'AISERVICES_OPT_OUT_POLICY',
        'p-optout0001',
        { services: { default: { opt_out_policy: { '@@assign': 'optOut' } } } },
        ['r-ab12', 'ou-ab12-11111111', 'ou-ab12-22222222'],
      ),
      policy('BEDROCK_POLICY', 'p-bedrock001', { bedrock: { guardrail_inference: {} } }, []),
      policy('SERVICE_CONTROL_POLICY', 'p-FullAWSAccess', ALLOWING, ['r-ab12'], { AwsManaged: true }),
      policy('SERVICE_CONTROL_POLICY', 'p-models0001', denying('bedrock:InvokeModel'), ['ou-ab12-11111111']),
      policy('SERVICE_CONTROL_POLICY', 'p-buckets001', denying('s3:DeleteBucket'), ['r-ab12']),
      policy('RESOURCE_CONTROL_POLICY', 'p-RCPFullAWSAccess', ALLOWING, ['r-ab12'], { AwsManaged: true }),
      policy('RESOURCE_CONTROL_POLICY', 'p-outsiders1', denying('s3:*'), ['r-ab12', '111122223333']),
    ],
  },
} satisfies EstateService;
