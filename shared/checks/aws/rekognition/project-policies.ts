import { project } from '#shared/assets/aws/rekognition.ts';
import { check } from '#shared/model/check.ts';
import { isObject } from '#shared/model/json.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import { quoting, type Statement, statementsOf } from '../policies.ts';
import { isForEverybody, isForStrangers, notRefused } from '../resource-policy.ts';

const EXPECTED = 'no Allow for everybody or for accounts outside governance.trustedAccounts';

const allowing = (principal: string) => ({
  Feature: 'CUSTOM_LABELS',
  ProjectPolicies: [
    {
      PolicyName: 'copies',
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: principal },
            Action: 'rekognition:CopyProjectVersion',
            Resource: '*',
          },
        ],
      },
    },
  ],
});

const PARTNER = 'arn:aws:iam::777788889999:root';

export default check(project, {
  title: 'Policies of Rekognition projects let only trusted accounts copy models',
  severity: 'high',
  fails: judgedBy({
    sentence:
      'a statement of one of `ProjectPolicies` lets everybody, or an account that is not trusted, act',
    reads: ['ProjectPolicies'],
    judge: ({ config: { ProjectPolicies: policies }, scope }, { trustedAccounts = [] }) => {
      if (policies === undefined)
        return {
          truth: false,
          evidence: [
            {
              path: 'ProjectPolicies',
              state: 'absent',
              expected: EXPECTED,
              note: 'only projects of Custom Labels have policies',
            },
          ],
        };
      const documents = (Array.isArray(policies) ? policies : [undefined]).map((policy, index) =>
        statementsOf(
          isObject(policy) ? policy['PolicyDocument'] : undefined,
          `ProjectPolicies[${index}].PolicyDocument`,
        ),
      );
      const statements = documents.filter((read): read is Statement[] => read !== undefined).flat();
      const ours = new Set([scope.account, ...trustedAccounts]);
      const open = notRefused(
        statements.filter((statement) => isForEverybody(statement) || isForStrangers(statement, ours)),
        statements,
      );
      if (open.length === 0 && documents.includes(undefined))
        return {
          truth: undefined,
          evidence: [{ path: 'ProjectPolicies', state: 'malformed', expected: EXPECTED }],
        };
      return {
        truth: open.length > 0,
        evidence: quoting(open, { path: 'ProjectPolicies', expected: EXPECTED, of: statements }),
      };
    },
  }),
  why: 'Whoever may call CopyProjectVersion takes the trained model into an account of their own, where nobody here sees what it is used for.',
  fix: {
    console:
      'Project policies are not in the console: delete the policy by the CLI, or add the account to trustedAccounts in the config.',
    cli: 'aws rekognition delete-project-policy --project-arn … --policy-name …',
    terraform:
      '# Project policies are no resource of CloudFormation or of the AWS provider: delete them by the CLI.',
  },
  source: 'ListProjectPolicies response, @aws-sdk/client-rekognition',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  peers: { union: ['aws.rekognition.project-policy-external'] },
  examples: {
    pass: [
      { Feature: 'CUSTOM_LABELS', ProjectPolicies: [] },
      { Feature: 'CONTENT_MODERATION' },
      allowing('arn:aws:iam::111122223333:role/release'),
      { $config: allowing(PARTNER), $governance: { trustedAccounts: ['777788889999'] } },
    ],
    fail: [allowing(PARTNER), allowing('*')],
    unknown: [{ ProjectPolicies: [{ PolicyName: 'copies', PolicyDocument: 'none' }] }],
  },
});
